package org.parlor.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.parlor.protocol.Frame;
import org.parlor.protocol.Player;

/**
 * What anybody was ever told about one room: the text of each event, the answer to each command. It knows the protocol and
 * nothing of the server. Contradictions are errors at once; {@link #check(URI)} finds what was lost or done twice. Safe for many
 * threads.
 */
final class Testimony {

    private static final Map<String, String> EVENT_OF_COMMAND =
            Map.of("move", "moved", "say", "said", "offer", "offered", "accept", "accepted", "decline", "declined");

    private final String room;
    private final Map<Long, Frame> events = new HashMap<>();
    private final Map<String, Frame> commands = new HashMap<>();
    private final Map<String, Frame> answers = new HashMap<>();

    Testimony(String room) {
        this.room = room;
    }

    String room() {
        return room;
    }

    synchronized void sent(Frame command) {
        commands.put(command.id(), command);
    }

    synchronized void heard(Frame frame) {
        if (frame.containsKey("at")) {
            agree(Optional.ofNullable(events.putIfAbsent(frame.seq(), frame)), frame);
        } else if (isAnswer(frame) && commands.containsKey(frame.id())) {
            agree(Optional.ofNullable(answers.putIfAbsent(frame.id(), frame)), frame);
        }
    }

    /** Not an answer: the command may have happened or not, and must be asked for again. */
    static boolean isUnavailable(Frame frame) {
        return "unavailable".equals(frame.get("reason"));
    }

    private static boolean isAnswer(Frame frame) {
        return (frame.type().equals("ack") || frame.type().equals("refused")) && !isUnavailable(frame);
    }

    private static void agree(Optional<Frame> before, Frame now) {
        if (before.filter(it -> !it.text().equals(now.text())).isPresent()) {
            throw new IllegalStateException("told as " + before.get() + " and later as " + now);
        }
    }

    /** Compares with the log as a newcomer gets it in the end. */
    void check(URI base) {
        try (Player reader = Player.connect(base, room, "")) {
            reader.insist("resume", "since", 0);
            Map<Long, Frame> log = new TreeMap<>();
            // What happens while the reader asks comes to it twice.
            reader.frames().stream()
                    .filter(frame -> frame.containsKey("at"))
                    .forEach(event -> agree(Optional.ofNullable(log.putIfAbsent(event.seq(), event)), event));
            compare(List.copyOf(log.values()));
        }
    }

    private synchronized void compare(List<Frame> log) {
        assertThat(log)
                .extracting(Frame::seq)
                .as("the log has no gaps")
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, log.size()).boxed().toList());
        assertThat(answers.keySet()).as("every command is answered").isEqualTo(commands.keySet());
        events.forEach((seq, event) -> {
            assertThat(log.size()).as("the log still has %s", event).isGreaterThanOrEqualTo(seq.intValue());
            assertThat(log.get(seq.intValue() - 1).text()).isEqualTo(event.text());
        });
        Set<Long> acknowledged = new HashSet<>();
        answers.forEach((id, answer) -> {
            if (answer.type().equals("ack")) {
                Frame event = log.get((int) answer.seq() - 1);
                assertThat(acknowledged.add(answer.seq()))
                        .as("%s is the outcome of one command", event)
                        .isTrue();
                matches(commands.get(id), event);
            }
        });
        log.stream()
                .filter(event -> EVENT_OF_COMMAND.containsValue(event.type()))
                .forEach(event -> assertThat(acknowledged)
                        .as("somebody asked for %s", event)
                        .contains(event.seq()));
    }

    private static void matches(Frame command, Frame event) {
        assertThat(event.type()).isEqualTo(EVENT_OF_COMMAND.get(command.type()));
        for (String field : List.of("move", "text", "kind")) {
            if (command.containsKey(field)) {
                assertThat(event).as("the outcome of %s", command).containsEntry(field, command.get(field));
            }
        }
    }

    synchronized int commandCount() {
        return commands.size();
    }

    synchronized int eventCount() {
        return events.size();
    }
}
