package org.parlor.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parlor.protocol.CloseFrame;
import org.parlor.protocol.JsonEncoding;
import org.parlor.protocol.TextFrame;
import org.parlor.room.Token;

/** A connection that writes down in short what it hears. */
final class Recorder implements Connection {

    private static final JsonEncoding JSON = new JsonEncoding();
    private static final Pattern EVENT = Pattern.compile("\\{\"type\":\"([a-z]+)\",\"seq\":([0-9]+).*", Pattern.DOTALL);

    private final List<String> heard = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final Deque<Object> line = new ArrayDeque<>();
    private Optional<Token> token = Optional.empty();
    private Runnable onSend = () -> {};

    /** A message, in a frame that keeps it. */
    private record Said(Message message) implements Frame {

        @Override
        public int bytes() {
            return text().bytes();
        }

        TextFrame text() {
            return JSON.encode(message);
        }
    }

    /** A gap in the line, and what fills it. */
    private final class Place implements Gap {

        private Optional<Iterable<Frame>> frames = Optional.empty();
        private Runnable whenDone = () -> {};

        @Override
        public void fill(Iterable<Frame> content, Runnable afterwards) {
            synchronized (Recorder.this) {
                frames = Optional.of(content);
                whenDone = afterwards;
            }
            flush();
        }
    }

    /** One for all, as connections of one kind have. */
    static final Encoding ENCODING = Said::new;

    @Override
    public Encoding encoding() {
        return ENCODING;
    }

    @Override
    public synchronized void send(Frame frame) {
        line.add(frame);
        flush();
    }

    @Override
    public synchronized Gap gap() {
        Place place = new Place();
        line.add(place);
        return place;
    }

    private synchronized void flush() {
        while (!line.isEmpty()) {
            if (line.peek() instanceof Place place) {
                if (place.frames.isEmpty()) {
                    return;
                }
                line.remove();
                place.frames.get().forEach(frame -> hear((Said) frame));
                place.whenDone.run();
            } else if (line.remove() instanceof Said said) {
                hear(said);
            }
        }
    }

    private void hear(Said said) {
        texts.add(said.text().text());
        heard.add(inShort(said.message()));
        onSend.run();
    }

    @Override
    public synchronized void close(CloseReason reason) {
        heard.add("closed " + CloseFrame.of(reason).code());
    }

    private String inShort(Message message) {
        if (message instanceof Message.Happened) {
            String text = JSON.encode(message).text();
            Matcher matcher = EVENT.matcher(text);
            return matcher.matches() ? matcher.group(2) + " " + matcher.group(1) : text;
        }
        if (message instanceof Message.Welcome welcome) {
            return "welcome " + welcome.room().seq();
        }
        if (message instanceof Message.You you) {
            token = you.token().or(() -> token);
            return "you " + you.seat().label() + you.id().map(id -> " #" + id).orElse("")
                    + (you.token().isPresent() ? "" : " same token");
        }
        if (message instanceof Message.Ack ack) {
            return "ack #" + ack.id() + " " + ack.seq();
        }
        if (message instanceof Message.Refused refused) {
            return "refused" + refused.id().map(id -> " #" + id).orElse("") + " "
                    + refused.refusal().reason().label();
        }
        if (message instanceof Message.Legal legal) {
            return "legal" + legal.id().map(id -> " #" + id).orElse("") + " " + legal.seq() + " of "
                    + legal.plays().size();
        }
        return message.toString();
    }

    /** What was heard since this was asked last. */
    synchronized List<String> heard() {
        List<String> all = List.copyOf(heard);
        heard.clear();
        texts.clear();
        return all;
    }

    /** The frames that were heard since {@link #heard()} was asked last. */
    synchronized List<String> texts() {
        return List.copyOf(texts);
    }

    /** The latest token that this connection was given. */
    synchronized Token token() {
        return token.orElseThrow();
    }

    /** Does something within each send from now on. */
    synchronized void onSend(Runnable deed) {
        onSend = deed;
    }
}
