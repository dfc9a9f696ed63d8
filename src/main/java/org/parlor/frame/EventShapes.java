package org.parlor.frame;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.parlor.game.Result;
import org.parlor.game.Seat;
import org.parlor.room.Event;
import org.parlor.room.Offer;
import org.parlor.room.Seed;

/** How each event looks as JSON: one row for an event. */
final class EventShapes {

    private static final int ANY_LENGTH = Integer.MAX_VALUE;

    /** Between two hashes, which are hexadecimal. */
    private static final String KEY_SEPARATOR = " ";

    private final List<EventShape<?>> shapes = List.of(
            new EventShape<>(
                    "opened",
                    Event.Opened.class,
                    (out, event, room) -> out.with("game", event.game())
                            .with("options", new TreeMap<>(event.options()))
                            .with("position", event.position())
                            .withCommitment(room),
                    event -> event.secret().map(Seed::hex),
                    (in, secret) -> new Event.Opened(
                            in.text("game", ANY_LENGTH),
                            options(in),
                            in.optionalText("position", ANY_LENGTH),
                            Optional.of(secret).filter(hex -> !hex.isEmpty()).map(Seed::new))),
            new EventShape<>(
                    "seated",
                    Event.Seated.class,
                    (out, event, room) -> out.with("seat", event.seat().label())
                            .with("name", event.name())
                            .withAny("entropy", event.entropy()),
                    event -> Optional.of(event.key()),
                    (in, key) -> new Event.Seated(
                            in.seat("seat"), in.text("name", ANY_LENGTH), key, in.optionalText("entropy", ANY_LENGTH))),
            shape(
                    "started",
                    Event.Started.class,
                    (out, event, room) -> out.with("round", event.round())
                            .withSeats(room)
                            .with("swapped", event.swapped())
                            .withBoard(room)
                            .withDice(room),
                    in -> new Event.Started((int) in.whole("round"), in.flag("swapped"))),
            shape(
                    "moved",
                    Event.Moved.class,
                    (out, event, room) -> out.with("seat", event.seat().label())
                            .with("move", event.move())
                            .withFlag("forced", event.forced())
                            .withSeatsIf(room.steps().lastMoveSwapped(), room)
                            .withBoard(room),
                    in -> new Event.Moved(in.seat("seat"), in.text("move", ANY_LENGTH), in.flag("forced"))),
            shape(
                    "rolled",
                    Event.Rolled.class,
                    (out, event, room) -> out.with("seat", event.seat().label())
                            .with("dice", event.dice())
                            .withBoard(room),
                    in -> new Event.Rolled(in.seat("seat"), numbers(in.raw("dice")))),
            shape(
                    "ended",
                    Event.Ended.class,
                    (out, event, room) -> out.with(
                                    "winner", event.result().winner().map(Seat::label))
                            .with("reason", event.result().reason())
                            .with("line", event.result().line())
                            .with("points", event.result().points())
                            .withAny("seed", room.dice().map(dice -> dice.seed().hex())),
                    in -> new Event.Ended(new Result(
                            in.optionalSeat("winner"), in.text("reason", ANY_LENGTH), strings(in.raw("line")), (int)
                                    in.whole("points")))),
            shape(
                    "offered",
                    Event.Offered.class,
                    (out, event, room) -> out.with("seat", event.seat().label())
                            .with("offer", room.seq())
                            .with("kind", event.kind().label())
                            .with("swap", event.swap()),
                    in -> new Event.Offered(in.seat("seat"), kind(in), in.flag("swap"))),
            shape(
                    "accepted",
                    Event.Accepted.class,
                    (out, event, room) -> out.with("seat", event.seat().label())
                            .with("offer", event.offer())
                            .with("kind", event.kind().label())
                            .withTurn(room)
                            .with("takenBack", event.takenBack())
                            .withSeatsIf(event.swapped(), room)
                            .with("clock", null),
                    in -> new Event.Accepted(
                            in.seat("seat"),
                            in.whole("offer"),
                            kind(in),
                            (int) in.whole("takenBack"),
                            in.raw("seats") != null)),
            shape(
                    "declined",
                    Event.Declined.class,
                    (out, event, room) -> out.with("seat", event.seat().label())
                            .with("offer", event.offer())
                            .with("kind", event.kind().label()),
                    in -> new Event.Declined(in.seat("seat"), in.whole("offer"), kind(in))),
            shape(
                    "said",
                    Event.Said.class,
                    (out, event, room) -> out.with("seat", event.seat().map(Seat::label))
                            .with("name", event.name())
                            .with("text", event.text()),
                    in -> new Event.Said(
                            in.optionalSeat("seat"), in.optionalText("name", ANY_LENGTH), in.text("text", ANY_LENGTH))),
            ofSeat("dropped", Event.Dropped.class, Event.Dropped::seat, Event.Dropped::new),
            new EventShape<>(
                    "returned",
                    Event.Returned.class,
                    (out, event, room) -> out.with("seat", event.seat().label()),
                    event -> Optional.of(event.key() + KEY_SEPARATOR + event.usedKey()),
                    EventShapes::returned),
            ofSeat("left", Event.Left.class, Event.Left::seat, Event.Left::new));

    /** The shape of this event. */
    EventShape<?> of(Event event) {
        return shapes.stream()
                .filter(shape -> shape.kind().isInstance(event))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no shape for " + event.getClass()));
    }

    /** The shape of frames with this type. */
    EventShape<?> of(String type) {
        return shapes.stream()
                .filter(shape -> shape.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no event has the type " + type));
    }

    private static <E extends Event> EventShape<E> shape(
            String type, Class<E> kind, EventShape.Writer<E> writer, Function<Fields, E> reader) {
        return new EventShape<>(type, kind, writer, event -> Optional.empty(), (in, secret) -> reader.apply(in));
    }

    private static <E extends Event> EventShape<E> ofSeat(
            String type, Class<E> kind, Function<E, Seat> seat, Function<Seat, E> event) {
        return shape(
                type,
                kind,
                (out, it, room) -> out.with("seat", seat.apply(it).label()),
                in -> event.apply(in.seat("seat")));
    }

    private static Event.Returned returned(Fields in, String secret) {
        String[] keys = secret.split(KEY_SEPARATOR, 2);
        if (keys.length != 2) {
            throw new IllegalArgumentException("a return must be stored with the new key and the used one");
        }
        return new Event.Returned(in.seat("seat"), keys[0], keys[1]);
    }

    private static Offer.Kind kind(Fields in) {
        String label = in.text("kind", ANY_LENGTH);
        return Offer.Kind.of(label).orElseThrow(() -> new IllegalArgumentException("no offer is called " + label));
    }

    private static Map<String, String> options(Fields in) {
        Map<String, String> options = new TreeMap<>();
        if (in.raw("options") instanceof Map<?, ?> members) {
            members.forEach((name, value) -> options.put(name.toString(), value.toString()));
        }
        return options;
    }

    private static List<Integer> numbers(Object list) {
        return strings(list).stream().map(Integer::valueOf).toList();
    }

    private static List<String> strings(Object list) {
        return list instanceof List<?> items
                ? items.stream().map(Object::toString).toList()
                : List.of();
    }
}
