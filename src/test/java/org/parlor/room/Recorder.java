package org.parlor.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection that writes down in short what it hears. */
final class Recorder implements Visitor {

    private static final Pattern EVENT = Pattern.compile("\\{\"type\":\"([a-z]+)\",\"seq\":([0-9]+).*", Pattern.DOTALL);

    private final List<String> heard = new ArrayList<>();
    private Optional<Token> token = Optional.empty();
    private Runnable onSend = () -> {};

    @Override
    public synchronized void send(Message message) {
        heard.add(inShort(message));
        onSend.run();
    }

    @Override
    public synchronized void replay(List<Message> missed) {
        missed.forEach(this::send);
    }

    @Override
    public synchronized void close(Goodbye goodbye) {
        heard.add("closed " + goodbye.code());
    }

    private String inShort(Message message) {
        if (message instanceof Message.Heard event) {
            Matcher matcher = EVENT.matcher(event.text());
            return matcher.matches() ? matcher.group(2) + " " + matcher.group(1) : event.text();
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
        return all;
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
