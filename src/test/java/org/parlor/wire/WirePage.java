package org.parlor.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parlor.protocol.Frame;

/** The page "What goes over the wire": the prose of a template with the bytes of a game in it. */
public final class WirePage {

    /** What the page calls the room of the game. */
    public static final String ROOM = "friday-night";

    private static final HexFormat HEX = HexFormat.of();
    private static final Pattern BLANK = Pattern.compile("\\{\\{([a-z0-9-]+)}}");
    private static final Pattern TIME = Pattern.compile("(?<=\"at\":)\\d+");
    private static final String STABLE_TIME = "1731000000000";
    private static final Pattern TOKEN = Pattern.compile("(?<=\"token\":\")[^\"]+");
    private static final Pattern ROOM_FIELD = Pattern.compile("(?<=\"room\":\")[^\"]+");
    private static final URI STABLE_ADDRESS =
            URI.create("ws://localhost:8080/rooms/" + ROOM + "?game=gomoku&rule=freestyle&size=15");

    private final WireGame game;

    private WirePage(WireGame game) {
        this.game = game;
    }

    /** The page in Markdown. What differs from one game to the next is replaced, as the page itself tells. */
    public static String of(WireGame game) throws IOException {
        return new WirePage(game).filled(template());
    }

    private String filled(String template) {
        Map<String, String> blanks = blanks();
        return BLANK.matcher(template).replaceAll(blank -> {
            String text = blanks.get(blank.group(1));
            if (text == null) {
                throw new AssertionError("The game has nothing for " + blank.group());
            }
            return Matcher.quoteReplacement(text);
        });
    }

    private Map<String, String> blanks() {
        Handshake handshake = game.handshake().withAddress(STABLE_ADDRESS);
        var blanks = new LinkedHashMap<String, String>();
        blanks.put("request", HexListing.ofText(handshake.request()));
        blanks.put("response", HexListing.ofText(response()));
        blanks.put("key", handshake.key());
        blanks.put("guid", Handshake.GUID);
        blanks.put("sha1", handshake.sha1OfKeyAndGuid());
        blanks.put("accept", handshake.expectedAccept());
        WireFrame sit = game.frames().get("sit");
        blanks.put("first-byte", HEX.toHexDigits(sit.payload()[0]));
        blanks.put("first-masked-byte", HEX.toHexDigits(sit.payloadBytes()[0]));
        blanks.put("first-byte-of-key", HEX.toHexDigits(sit.keyBytes()[0]));
        blanks.put("position", (String)
                Frame.of(game.frames().get("moved-to-white").text()).get("position"));
        game.frames().forEach((name, frame) -> blanks.put(name, HexListing.ofFrame(stable(frame))));
        return blanks;
    }

    /** The headers that the standard asks for; servers add others. */
    private String response() {
        var response = new StringBuilder("HTTP/1.1 " + game.answer().status() + " Switching Protocols\r\n");
        response.append("Upgrade: websocket\r\n").append("Connection: Upgrade\r\n");
        for (String name : new String[] {"Sec-WebSocket-Accept", "Sec-WebSocket-Protocol"}) {
            response.append(name)
                    .append(": ")
                    .append(game.answer().header(name).orElseThrow())
                    .append("\r\n");
        }
        return response.append("\r\n").toString();
    }

    private WireFrame stable(WireFrame frame) {
        if (frame.opcode() != Opcode.TEXT) {
            return frame;
        }
        String text = frame.text();
        text = TIME.matcher(text).replaceAll(STABLE_TIME);
        text = ROOM_FIELD.matcher(text).replaceAll(ROOM);
        text = TOKEN.matcher(text).replaceAll(token -> "x".repeat(token.group().length()));
        return frame.withText(text);
    }

    private static String template() throws IOException {
        try (InputStream template = WirePage.class.getResourceAsStream("wire.md")) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
