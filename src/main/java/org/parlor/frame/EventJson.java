package org.parlor.frame;

import java.util.Map;
import org.parlor.room.Entry;
import org.parlor.room.EventCodec;
import org.parlor.room.Line;
import org.parlor.room.Room;

/** Entries as the protocol's event frames: the same text is stored, sent and sent again. */
public final class EventJson implements EventCodec {

    private final Json json = new Json();
    private final EventShapes shapes = new EventShapes();

    @Override
    public Line write(Entry entry, Room after) {
        EventShape<?> shape = shapes.of(entry.event());
        Members members = new Members(shape.type()).with("seq", entry.seq()).with("at", entry.at());
        String text = json.write(shape.write(members, entry.event(), after).object());
        return new Line(entry.seq(), text, shape.secretOf(entry.event()));
    }

    @Override
    public Entry read(Line line) {
        Map<String, Object> object = json.read(line.text());
        Fields fields = new Fields(object);
        EventShape<?> shape = shapes.of(fields.text("type", Integer.MAX_VALUE));
        return new Entry(
                line.seq(),
                fields.whole("at"),
                shape.reader().apply(fields, line.secret().orElse("")));
    }
}
