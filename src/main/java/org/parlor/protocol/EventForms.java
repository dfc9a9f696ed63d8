package org.parlor.protocol;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.parlor.fairness.Seed;
import org.parlor.game.Seat;
import org.parlor.game.Viewer;
import org.parlor.room.Event;
import org.parlor.room.Guest;
import org.parlor.room.Offer;
import org.parlor.room.Room;
import org.parlor.room.TimeControl;

/** How each event is written and read: one row for an event. */
final class EventForms {

    private static final int ANY_LENGTH = Integer.MAX_VALUE;

    private final Map<Class<?>, EventForm<?>> byKind = new HashMap<>();
    private final Map<String, EventForm<?>> byType = new HashMap<>();

    EventForms() {
        add(new EventForm<>(
                "opened",
                Event.Opened.class,
                EventForms::opened,
                (out, event, room, viewer) -> out.withCommitment(room),
                (out, event) -> out.withAny("seed", event.secret().map(Seed::hex)),
                (in, secret) -> new Event.Opened(
                        in.text("game", ANY_LENGTH),
                        in.texts("options"),
                        in.optionalText("position", ANY_LENGTH),
                        in.optionalText("clock", ANY_LENGTH)
                                .orElse(TimeControl.none().label()),
                        secret.optionalText("seed", ANY_LENGTH).map(Seed::new))));
        add(new EventForm<>(
                "seated",
                Event.Seated.class,
                (out, event) -> out.with("seat", event.seat().label())
                        .with("name", event.name())
                        .withAny("entropy", event.entropy()),
                (out, event, room, viewer) ->
                        out.withAny("player", event.guest().map(Guest::id)),
                (out, event) -> out.withAny("token", nonEmpty(event.tokenHash()))
                        .withAny("key", event.guest().map(Guest::keyHash)),
                (in, secret) -> new Event.Seated(
                        in.seat("seat"),
                        in.text("name", ANY_LENGTH),
                        secret.optionalText("token", ANY_LENGTH).orElse(""),
                        secret.optionalText("key", ANY_LENGTH).map(Guest::withKeyHash),
                        in.optionalText("entropy", ANY_LENGTH))));
        add(ofSeat("ready", Event.Ready.class, Event.Ready::seat, Event.Ready::new));
        add(open(
                "started",
                Event.Started.class,
                (out, event) -> out.with("round", event.round()).with("swapped", event.swapped()),
                (out, event, room, viewer) ->
                        out.withSeats(room).withBoard(room, viewer).withDice(room),
                in -> new Event.Started(in.count("round"), in.flag("swapped"))));
        add(new EventForm<>(
                "moved",
                Event.Moved.class,
                EventForms::moved,
                EventForms::afterMove,
                (out, event) -> out.withAny("move", event.secret() ? Optional.of(event.move()) : Optional.empty()),
                EventForms::moved));
        add(new EventForm<>(
                "rolled",
                Event.Rolled.class,
                (out, event) ->
                        out.with("seat", event.seat().label()).with("dice", event.secret() ? null : event.dice()),
                EventForms::afterRoll,
                (out, event) -> out.withAny("dice", event.secret() ? Optional.of(event.dice()) : Optional.empty()),
                EventForms::rolled));
        add(open(
                "timeout",
                Event.TimedOut.class,
                (out, event) -> {},
                (out, event, room, viewer) -> out.withBoard(room, viewer),
                in -> new Event.TimedOut()));
        add(open(
                "out",
                Event.Withdrawn.class,
                (out, event) -> out.with("seat", event.seat().label()).with("reason", event.reason()),
                (out, event, room, viewer) -> out.withBoard(room, viewer),
                in -> new Event.Withdrawn(in.seat("seat"), in.text("reason", ANY_LENGTH))));
        add(open(
                "ended",
                Event.Ended.class,
                (out, event) -> Outcomes.write(out, event.outcome()),
                (out, event, room, viewer) -> out.withAny(
                        "seed", room.match().dice().map(dice -> dice.seed().hex())),
                in -> new Event.Ended(Outcomes.read(in))));
        add(open(
                "offered",
                Event.Offered.class,
                (out, event) -> out.with("seat", event.seat().label())
                        .with("kind", event.kind().label())
                        .with("swap", event.swap()),
                (out, event, room, viewer) -> out.with("offer", room.seq()),
                in -> new Event.Offered(in.seat("seat"), kind(in), in.flag("swap"))));
        add(open(
                "agreed",
                Event.Agreed.class,
                (out, event) -> out.with("seat", event.seat().label()).with("offer", event.offer()),
                (out, event, room, viewer) -> {},
                in -> new Event.Agreed(in.seat("seat"), in.whole("offer"))));
        add(open(
                "accepted",
                Event.Accepted.class,
                (out, event) -> out.with("seat", event.seat().label())
                        .with("offer", event.offer())
                        .with("kind", event.kind().label())
                        .with("takenBack", event.takenBack())
                        .withFlag("swapped", event.swapped()),
                (out, event, room, viewer) ->
                        out.withSeatsIf(event.swapped(), room).withBoard(room, viewer),
                in -> new Event.Accepted(
                        in.seat("seat"),
                        in.whole("offer"),
                        kind(in),
                        in.count("takenBack"),
                        // The first version told the seats only if they had changed.
                        in.flag("swapped") || in.has("seats"))));
        add(open(
                "declined",
                Event.Declined.class,
                (out, event) -> out.with("seat", event.seat().label())
                        .with("offer", event.offer())
                        .with("kind", event.kind().label()),
                (out, event, room, viewer) -> {},
                in -> new Event.Declined(in.seat("seat"), in.whole("offer"), kind(in))));
        add(open(
                "said",
                Event.Said.class,
                (out, event) -> out.with("seat", event.seat().map(Seat::label))
                        .with("name", event.name())
                        .with("text", event.text()),
                (out, event, room, viewer) -> {},
                in -> new Event.Said(
                        in.optionalSeat("seat"), in.optionalText("name", ANY_LENGTH), in.text("text", ANY_LENGTH))));
        add(ofSeat("dropped", Event.Dropped.class, Event.Dropped::seat, Event.Dropped::new));
        add(new EventForm<>(
                "returned",
                Event.Returned.class,
                (out, event) -> out.with("seat", event.seat().label()),
                (out, event, room, viewer) -> {},
                (out, event) -> out.with("token", event.tokenHash()).withAny("used", event.usedHash()),
                (in, secret) -> new Event.Returned(
                        in.seat("seat"), secret.text("token", ANY_LENGTH), secret.optionalText("used", ANY_LENGTH))));
        add(ofSeat("left", Event.Left.class, Event.Left::seat, Event.Left::new));
    }

    private void add(EventForm<?> form) {
        byKind.put(form.kind(), form);
        byType.put(form.type(), form);
    }

    /** The form of this event. */
    EventForm<?> of(Event event) {
        EventForm<?> form = byKind.get(event.getClass());
        if (form == null) {
            throw new IllegalStateException("no form for " + event.getClass());
        }
        return form;
    }

    /** The form of events that are called so; empty if there are none. */
    Optional<EventForm<?>> of(String type) {
        return Optional.ofNullable(byType.get(type));
    }

    /** The form of an event of which all may know everything. */
    private static <E extends Event> EventForm<E> open(
            String type,
            Class<E> kind,
            EventForm.Decided<E> decided,
            EventForm.Derived<E> derived,
            Function<JsonReader, E> reader) {
        return new EventForm<>(type, kind, decided, derived, (out, event) -> {}, (in, secret) -> reader.apply(in));
    }

    private static <E extends Event> EventForm<E> ofSeat(
            String type, Class<E> kind, Function<E, Seat> seat, Function<Seat, E> event) {
        return open(
                type,
                kind,
                (out, it) -> out.with("seat", seat.apply(it).label()),
                (out, it, room, viewer) -> {},
                in -> event.apply(in.seat("seat")));
    }

    /** The seats of an imported game have no token. */
    private static Optional<String> nonEmpty(String hash) {
        return Optional.of(hash).filter(it -> !it.isEmpty());
    }

    private static void opened(JsonWriter out, Event.Opened event) {
        out.with("game", event.game())
                .with("options", new TreeMap<>(event.options()))
                .with("position", event.position());
        if (!event.clock().equals(TimeControl.none().label())) {
            out.with("clock", event.clock());
        }
    }

    private static void moved(JsonWriter out, Event.Moved event) {
        out.with("seat", event.seat().label()).with("move", event.secret() ? null : event.move());
        out.withFlag("forced", event.forced());
        if (event.spent() > 0) {
            out.with("spent", event.spent());
        }
    }

    private static void afterMove(JsonWriter out, Event.Moved event, Room room, Viewer viewer) {
        if (event.secret() && viewer.sitsAt(event.seat())) {
            out.with("move", event.move());
        }
        out.withSeatsIf(room.match().history().lastMoveSwapped(), room).withBoard(room, viewer);
    }

    private static Event.Moved moved(JsonReader in, JsonReader secret) {
        Optional<String> open = in.optionalText("move", ANY_LENGTH);
        return new Event.Moved(
                in.seat("seat"),
                open.orElseGet(() -> secret.text("move", ANY_LENGTH)),
                in.flag("forced"),
                open.isEmpty(),
                in.has("spent") ? in.whole("spent") : 0);
    }

    private static void afterRoll(JsonWriter out, Event.Rolled event, Room room, Viewer viewer) {
        if (event.secret() && viewer.sitsAt(event.seat())) {
            out.with("dice", event.dice());
        }
        out.withBoard(room, viewer);
    }

    private static Event.Rolled rolled(JsonReader in, JsonReader secret) {
        boolean open = in.has("dice");
        return new Event.Rolled(in.seat("seat"), (open ? in : secret).numbers("dice"), !open);
    }

    private static Offer.Kind kind(JsonReader in) {
        String label = in.text("kind", ANY_LENGTH);
        return Offer.Kind.of(label).orElseThrow(() -> new IllegalArgumentException("no offer is called " + label));
    }
}
