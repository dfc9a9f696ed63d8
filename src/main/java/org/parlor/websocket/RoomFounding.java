package org.parlor.websocket;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.parlor.fairness.Seed;
import org.parlor.game.Game;
import org.parlor.game.Games;
import org.parlor.game.Setup;
import org.parlor.room.Event;
import org.parlor.room.Refusal;
import org.parlor.room.Refusal.Reason;
import org.parlor.room.Room;
import org.parlor.room.RoomConfig;
import org.parlor.room.TimeControl;
import org.parlor.runtime.CloseReason;
import org.parlor.runtime.RoomRegistry.Founding;

/** The room that an address asks for, in case that it is new. */
record RoomFounding(Address address, Games games, SecureRandom random, Clock clock) implements Founding {

    @Override
    public Result found() {
        Optional<Game> game = games.find(address.game());
        if (game.isEmpty()) {
            String detail =
                    "there is no game \"" + address.game() + "\"; the games are " + String.join(", ", games.names());
            return new Result.Rejected(new Refusal(Reason.NO_SUCH_GAME, detail), CloseReason.NO_SUCH_GAME);
        }
        String time = address.clock().orElse(TimeControl.none().label());
        if (TimeControl.of(time).isEmpty()) {
            return rejected("clock must be " + TimeControl.SYNTAX);
        }
        Setup setup = game.get().setUp(address.options(), address.position());
        return setup instanceof Setup.Ready ready
                ? new Result.Founded(room(game.get(), ready, time))
                : rejected(((Setup.Rejected) setup).detail());
    }

    private static Result rejected(String detail) {
        return new Result.Rejected(new Refusal(Reason.BAD_ADDRESS, detail), CloseReason.BAD_ADDRESS);
    }

    private Room room(Game game, Setup.Ready ready, String time) {
        Optional<Seed> secret = game.hasChance() ? Optional.of(Seed.draw(random)) : Optional.empty();
        Event.Opened opening = new Event.Opened(address.game(), ready.options(), address.position(), time, secret);
        return Room.open(RoomConfig.of(address.room(), opening, game, ready), clock.millis());
    }
}
