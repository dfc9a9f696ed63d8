package org.parlor.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parlor.game.Ruling;
import org.parlor.game.Seats;
import org.parlor.game.Viewer;
import org.parlor.room.Guest;
import org.parlor.room.Player;
import org.parlor.room.RecordedEvent;
import org.parlor.room.Room;
import org.parlor.room.Token;
import org.parlor.runtime.Message;

/** What the server says as the protocol's frames, before they are encoded. */
final class MessageFrames {

    /** The subprotocol without its encoding. */
    private static final String PROTOCOL = "parlor.v1";

    private final EventForms forms = new EventForms();

    /** The members of a frame. */
    Map<String, Object> members(Message message) {
        return writer(message).object();
    }

    private JsonWriter writer(Message message) {
        if (message instanceof Message.Happened happened) {
            return event(happened);
        }
        if (message instanceof Message.Welcome welcome) {
            return welcome(welcome.room(), welcome.viewer());
        }
        if (message instanceof Message.You you) {
            return you(you);
        }
        if (message instanceof Message.Ack ack) {
            return new JsonWriter("ack").with("id", ack.id()).with("seq", ack.seq());
        }
        if (message instanceof Message.Refused refused) {
            return new JsonWriter("refused")
                    .with("id", refused.id())
                    .with("reason", refused.refusal().reason().label())
                    .with("detail", refused.refusal().detail());
        }
        if (message instanceof Message.Pong pong) {
            return new JsonWriter("pong").with("t", pong.t()).with("now", pong.now());
        }
        return legal((Message.Legal) message);
    }

    private JsonWriter event(Message.Happened happened) {
        RecordedEvent recorded = happened.change().event();
        EventForm<?> form = forms.of(recorded.event());
        JsonWriter out = new JsonWriter(form.type()).with("seq", recorded.seq()).with("at", recorded.at());
        form.frame(out, recorded.event(), happened.change().after(), happened.viewer());
        return out;
    }

    private static JsonWriter welcome(Room room, Viewer viewer) {
        Map<String, String> options = new TreeMap<>(room.config().opening().options());
        if (room.config().clock().isOn()) {
            options.put("clock", room.config().clock().label());
        }
        JsonWriter out = new JsonWriter("welcome")
                .with("protocol", PROTOCOL)
                .with("room", room.name())
                .with("game", room.config().opening().game())
                .with("options", options)
                .with("seq", room.seq())
                .with("status", room.status().label())
                .withTurn(room, viewer)
                .withSeats(room)
                .withClock(room)
                .withCommitment(room);
        Seats seats = room.config().seats();
        return seats.start() == Seats.Start.BY_AGREEMENT
                ? out.with("start", "agreement").with("fewest", seats.fewest())
                : out;
    }

    /** Where something is hidden, who sits down sees the board anew. */
    private static JsonWriter you(Message.You you) {
        Room room = you.room();
        JsonWriter out = new JsonWriter("you")
                .withAny("id", you.id())
                .with("seat", you.seat().label())
                .withAny(
                        "player", room.player(you.seat()).flatMap(Player::guest).map(Guest::id))
                .withAny("token", you.token().map(Token::secret));
        return room.config().hasSecrets() ? out.withTurn(room, Viewer.at(you.seat())) : out;
    }

    private static JsonWriter legal(Message.Legal legal) {
        List<Map<String, Object>> plays =
                legal.plays().stream().map(play -> play(play, legal.open())).toList();
        JsonWriter out = new JsonWriter("legal")
                .withAny("id", legal.id())
                .with("seq", legal.seq())
                .with("plays", plays);
        return legal.forbidden().isEmpty() ? out : out.with("forbidden", legal.forbidden());
    }

    private static Map<String, Object> play(Ruling.Legal play, boolean open) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("move", play.move());
        if (open) {
            members.put("position", play.after().notation());
        }
        return members;
    }
}
