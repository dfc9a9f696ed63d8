package org.parlor.protocol;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.parlor.room.Command;
import org.parlor.room.Offer;
import org.parlor.room.OfferCommand;
import org.parlor.room.OfferCommand.Which;
import org.parlor.room.PlayCommand;
import org.parlor.room.SeatCommand;
import org.parlor.room.Token;

/** How each command looks as an object: one row for a command. */
final class CommandFrames {

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_MOVE = 200;
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_TOKEN = 200;
    private static final int LONGEST_KEY = 64;
    private static final int LONGEST_ENTROPY = 64;

    private final Map<String, Function<JsonReader, Command>> forms = new TreeMap<>(Map.ofEntries(
            Map.entry("sit", CommandFrames::sit),
            Map.entry(
                    "resume",
                    in -> new SeatCommand.Resume(
                            in.optionalText("token", LONGEST_TOKEN).map(Token::new), key(in), in.whole("since"))),
            Map.entry("start", in -> new SeatCommand.Start()),
            Map.entry("leave", in -> new SeatCommand.Leave()),
            Map.entry(
                    "move",
                    in -> new PlayCommand.Move(
                            in.text("move", LONGEST_MOVE), in.optionalWhole("took"), in.optionalWhole("after"))),
            Map.entry("claim", in -> new PlayCommand.Claim(in.optionalSeat("seat"))),
            Map.entry("resign", in -> new PlayCommand.Resign()),
            Map.entry("offer", in -> new OfferCommand.Propose(kind(in, "kind"), in.flag("swap"))),
            Map.entry("accept", in -> new OfferCommand.Accept(which(in))),
            Map.entry("decline", in -> new OfferCommand.Decline(which(in))),
            Map.entry("say", in -> new Command.Say(chat(in))),
            Map.entry("legal", in -> new Command.Legal())));

    /** Reads a command of this type; empty if there is no such type. */
    Optional<Command> read(String type, JsonReader in) {
        return Optional.ofNullable(forms.get(type)).map(form -> form.apply(in));
    }

    /** Every type that {@link #read} knows. */
    Iterable<String> types() {
        return forms.keySet();
    }

    private static Command sit(JsonReader in) {
        Optional<String> token = in.optionalText("token", LONGEST_TOKEN);
        token.ifPresent(it -> Secrets.check("token", it));
        return new SeatCommand.Sit(
                in.optionalSeat("seat"),
                name(in),
                in.optionalWord("entropy", LONGEST_ENTROPY),
                token.map(Token::new),
                key(in),
                in.flag("another"));
    }

    private static String name(JsonReader in) {
        String name =
                in.optionalText("name", LONGEST_NAME).flatMap(PlainText::line).orElse("Guest");
        // Some characters are several once they are normal.
        JsonReader.checkLength("name", name, LONGEST_NAME);
        return name;
    }

    private static String chat(JsonReader in) {
        String text = PlainText.lines(in.text("text", LONGEST_TEXT));
        JsonReader.checkLength("text", text, LONGEST_TEXT);
        return text;
    }

    private static Optional<Token> key(JsonReader in) {
        Optional<String> key = in.optionalWord("key", LONGEST_KEY);
        key.ifPresent(it -> Secrets.check("key", it));
        return key.map(Token::new);
    }

    private static Which which(JsonReader in) {
        return in.isNumber("offer") ? new Which.Numbered(in.whole("offer")) : new Which.OfKind(kind(in, "offer"));
    }

    private static Offer.Kind kind(JsonReader in, String name) {
        return Offer.Kind.of(in.text(name, LONGEST_NAME))
                .orElseThrow(() -> new JsonReader.BadField("\"" + name + "\" must be draw, takeback or rematch"));
    }
}
