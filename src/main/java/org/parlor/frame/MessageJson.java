package org.parlor.frame;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;
import org.parlor.room.Message;
import org.parlor.room.Room;

/** What the server says as the protocol's frames. An event comes already as text, because it was encoded once for all who hear it. */
final class MessageJson {

    /** The subprotocol without its encoding. */
    private static final String PROTOCOL = "parlor.v1";

    private static final Json JSON = new Json();

    private MessageJson() {}

    static String write(Message message) {
        return message instanceof Message.Heard heard
                ? heard.text()
                : JSON.write(members(message).object());
    }

    private static Members members(Message message) {
        if (message instanceof Message.Welcome welcome) {
            return welcome(welcome.room());
        }
        if (message instanceof Message.You you) {
            return new Members("you")
                    .withAny("id", you.id())
                    .with("seat", you.seat().label())
                    .withAny("token", you.token().map(token -> token.secret()));
        }
        if (message instanceof Message.Ack ack) {
            return new Members("ack").with("id", ack.id()).with("seq", ack.seq());
        }
        if (message instanceof Message.Refused refused) {
            return new Members("refused")
                    .with("id", refused.id())
                    .with("reason", refused.refusal().reason().label())
                    .with("detail", refused.refusal().detail());
        }
        if (message instanceof Message.Pong pong) {
            return new Members("pong").with("t", pong.t()).with("now", pong.now());
        }
        return legal((Message.Legal) message);
    }

    private static Members welcome(Room room) {
        return new Members("welcome")
                .with("protocol", PROTOCOL)
                .with("room", room.name())
                .with("game", room.opening().game())
                .with("options", new TreeMap<>(room.opening().options()))
                .with("seq", room.seq())
                .with("status", room.status().label())
                .with("position", room.position().notation())
                .with("toMove", room.toMove().map(Seat::label))
                .withSeats(room)
                .with("clock", null)
                .withCommitment(room);
    }

    private static Members legal(Message.Legal legal) {
        List<Map<String, Object>> plays =
                legal.plays().stream().map(MessageJson::play).toList();
        Members members = new Members("legal")
                .withAny("id", legal.id())
                .with("seq", legal.seq())
                .with("plays", plays);
        return legal.forbidden().isEmpty() ? members : members.with("forbidden", legal.forbidden());
    }

    private static Map<String, Object> play(Ruling.Legal play) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("move", play.move());
        members.put("position", play.after().notation());
        return members;
    }
}
