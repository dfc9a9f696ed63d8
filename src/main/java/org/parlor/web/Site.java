package org.parlor.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.parlor.frame.EventJson;
import org.parlor.game.Games;
import org.parlor.room.Archive;
import org.parlor.room.Journal;

/** What is answered over HTTP. A new resource is named here, and in the patterns of {@link ResourceServlet}. */
@ApplicationScoped
public class Site {

    @Produces
    @Singleton
    Resources resources(Journal journal, Games games) {
        Archive archive = new Archive(journal, new EventJson(), games);
        return new Resources(List.of(
                new RoomAddress(),
                new RecordFiles(archive, games),
                new RecordImport(archive, games, System::nanoTime)));
    }
}
