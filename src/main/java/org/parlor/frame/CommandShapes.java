package org.parlor.frame;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.parlor.room.Bargain;
import org.parlor.room.Bargain.Which;
import org.parlor.room.Command;
import org.parlor.room.Offer;
import org.parlor.room.Play;
import org.parlor.room.Seating;
import org.parlor.room.Token;

/** How each command looks as JSON: one row for a command. */
final class CommandShapes {

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_MOVE = 200;
    private static final int LONGEST_TEXT = 500;
    /** 128 random bits in base 64. */
    private static final int SHORTEST_TOKEN = 22;

    private static final int LONGEST_TOKEN = 200;
    private static final int LONGEST_ENTROPY = 64;

    private final Map<String, Function<Fields, Command>> shapes = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "sit",
                    fields -> new Seating.Sit(
                            fields.optionalSeat("seat"),
                            fields.optionalText("name", LONGEST_NAME).orElse("Guest"),
                            fields.optionalWord("entropy", LONGEST_ENTROPY),
                            ownToken(fields))),
            Map.entry(
                    "resume",
                    fields -> new Seating.Resume(
                            fields.optionalText("token", LONGEST_TOKEN).map(Token::new), fields.whole("since"))),
            Map.entry("leave", fields -> new Seating.Leave()),
            Map.entry("move", fields -> new Play.Move(fields.text("move", LONGEST_MOVE))),
            Map.entry("claim", fields -> new Play.Claim()),
            Map.entry("resign", fields -> new Play.Resign()),
            Map.entry("offer", fields -> new Bargain.Propose(kind(fields, "kind"), fields.flag("swap"))),
            Map.entry("accept", fields -> new Bargain.Accept(which(fields))),
            Map.entry("decline", fields -> new Bargain.Decline(which(fields))),
            Map.entry("say", fields -> new Command.Say(fields.text("text", LONGEST_TEXT))),
            Map.entry("legal", fields -> new Command.Legal())));

    /** Reads a command of this type; empty if there is no such type. */
    Optional<Command> read(String type, Fields fields) {
        return Optional.ofNullable(shapes.get(type)).map(shape -> shape.apply(fields));
    }

    /** Every type that {@link #read} knows. */
    Iterable<String> types() {
        return shapes.keySet();
    }

    private static Optional<Token> ownToken(Fields fields) {
        Optional<String> secret = fields.optionalText("token", LONGEST_TOKEN);
        if (secret.filter(it -> it.length() < SHORTEST_TOKEN).isPresent()) {
            throw new Fields.BadField("a \"token\" of your own must have at least " + SHORTEST_TOKEN
                    + " characters; make it up at random");
        }
        return secret.map(Token::new);
    }

    private static Which which(Fields fields) {
        return fields.isNumber("offer")
                ? new Which.Numbered(fields.whole("offer"))
                : new Which.OfKind(kind(fields, "offer"));
    }

    private static Offer.Kind kind(Fields fields, String name) {
        return Offer.Kind.of(fields.text(name, LONGEST_NAME))
                .orElseThrow(() -> new Fields.BadField("\"" + name + "\" must be draw, takeback or rematch"));
    }
}
