package org.parlor.game;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The games that a server offers. */
public record Games(List<Game> all) {

    public Games {
        all = List.copyOf(all);
    }

    /** The game of this name. */
    public Optional<Game> find(String name) {
        return all.stream().filter(game -> game.name().equals(name)).findFirst();
    }

    /** The names, in the order of the games. */
    public Collection<String> names() {
        return all.stream().map(Game::name).toList();
    }
}
