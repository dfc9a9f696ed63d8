package org.parlor.runtime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.parlor.limit.RateLimit;
import org.parlor.log.CommandId;
import org.parlor.log.RefusedCommand;
import org.parlor.log.StoredEvent;
import org.parlor.room.Command;
import org.parlor.room.CommandContext;
import org.parlor.room.Decision;
import org.parlor.room.Event;
import org.parlor.room.Player;
import org.parlor.room.Refusal;
import org.parlor.room.Refusal.Reason;
import org.parlor.room.Room;
import org.parlor.room.SeatCommand;
import org.parlor.room.Status;
import org.parlor.room.Token;

/**
 * Decides what comes of a command, and knows what commands were answered before. Guarded by the lock of its {@link RoomActor}.
 */
final class CommandHandler {

    private static final double MINUTE_SECONDS = 60;

    private static final Refusal TOO_MUCH_TALK =
            new Refusal(Reason.SLOW_DOWN, "too much is said at once; say it again in a few seconds");

    private final RoomServices services;
    private final Connections connections;
    private final AcceptedCommands accepted;
    private final RefusedCommands refused = new RefusedCommands();
    private final RateLimit spectatorsWords;
    private final Map<Integer, RateLimit> playersWords = new HashMap<>();

    CommandHandler(RoomServices services, Connections connections) {
        this.services = services;
        this.connections = connections;
        accepted = new AcceptedCommands(services.random().nextLong());
        spectatorsWords = words();
    }

    /** More would use up the room's log in a moment. */
    private RateLimit words() {
        int chat = services.settings().chatPerMinute();
        return new RateLimit(chat / MINUTE_SECONDS, chat, nanos());
    }

    private long nanos() {
        return TimeUnit.MILLISECONDS.toNanos(services.now());
    }

    /** These are stored: their commands are answered alike when they are asked again. */
    void remember(List<StoredEvent> events, List<RefusedCommand> refusals) {
        for (StoredEvent event : events) {
            event.command().ifPresent(command -> accepted.put(command, event.seq()));
        }
        refused.remember(refusals);
    }

    /** Decides on a command: what to store and what to do then goes into the commit. */
    void decide(QueuedCommand queued, PendingCommit commit) {
        boolean timer = queued.command() instanceof Command.TimeUp;
        if (!timer && !connections.has(queued.connection())) {
            // The connection was lost or sent away meanwhile; a seat taken now would belong to nobody.
            return;
        }
        int player = connections.playerOf(queued.connection());
        Optional<Message> given = answerGiven(queued.id(), player, commit);
        if (given.isPresent()) {
            count(queued, Effect.Count.Outcome.REPEATED, Optional.empty(), commit);
            commit.afterwards(new Effect.Reply(queued.connection(), given.get()));
            return;
        }
        if (isTooMuchTalk(queued.command(), player)) {
            tell(queued, TOO_MUCH_TALK, commit);
            return;
        }
        Token token = queued.command().changesIdentity() ? Token.mint(services.random()) : Token.NONE;
        Decision decision = queued.command().decide(commit.room(), context(player, token, commit.now()));
        if (decision instanceof Decision.Accepted accept) {
            accept(queued, accept, player, token, commit);
        } else if (decision instanceof Decision.Refused refuse) {
            refuse(queued, refuse.refusal(), player, commit);
        } else if (decision instanceof Decision.LegalMoves legal) {
            tell(queued, legal, commit);
        }
    }

    private CommandContext context(int player, Token token, long now) {
        return new CommandContext(player, token.hash(), now, services.settings().patience(), services.served());
    }

    private boolean isTooMuchTalk(Command command, int player) {
        if (!(command instanceof Command.Say)) {
            return false;
        }
        // A player who comes back on other connections says no more than on one.
        RateLimit limit =
                player == Player.NOBODY ? spectatorsWords : playersWords.computeIfAbsent(player, it -> words());
        return !limit.allows(1, nanos());
    }

    private Optional<Message> answerGiven(Optional<String> id, int player, PendingCommit commit) {
        if (id.isEmpty() || player == Player.NOBODY) {
            return Optional.empty();
        }
        CommandId command = new CommandId(player, id.get());
        OptionalLong seq = accepted.find(command);
        if (seq.isPresent()) {
            return Optional.of(new Message.Ack(command.id(), seq.getAsLong()));
        }
        return refused.find(command)
                .<Message>map(it -> new Message.Refused(id, new Refusal(Reason.of(it.reason()), it.detail())))
                .or(() -> commit.answerTo(command));
    }

    private void accept(
            QueuedCommand queued, Decision.Accepted decision, int before, Token token, PendingCommit commit) {
        Connection connection = queued.connection();
        if (queued.command().changesIdentity() && connections.hasNewer(connection, decision.player())) {
            commit.afterwards(new Effect.SendAway(connection, CloseReason.REPLACED));
            return;
        }
        Room earlier = commit.room();
        Optional<CommandId> command = commandId(queued, before, decision.player());
        // Only now it is known who asked: whoever sits down again with a secret of their own was answered before.
        Optional<Message> given = command.flatMap(it -> answerGiven(Optional.of(it.id()), it.player(), commit));
        long first = commit.add(decision.changes(), given.isPresent() ? Optional.empty() : command);
        boolean resumes = queued.command() instanceof SeatCommand.Resume;
        Optional<Connection> except = resumes ? Optional.of(connection) : Optional.empty();
        decision.changes().forEach(change -> commit.afterwards(new Effect.Tell(change, except)));
        if (queued.isDrop()) {
            commit.afterwards(new Effect.Remove(connection));
        }
        if (!queued.isAsked()) {
            return;
        }
        count(queued, Effect.Count.Outcome.ACCEPTED, Optional.empty(), commit);
        if (queued.command() instanceof SeatCommand.Resume resume) {
            commit.afterwards(new Effect.CatchUp(
                    connection, decision.player(), resume.since(), commit.room().seq()));
        }
        if (queued.command().changesIdentity()) {
            commit.afterwards(new Effect.Bind(connection, decision.player()));
        }
        tellSeats(queued, decision, token, earlier, commit);
        answer(queued, command, given, first, commit);
        if (queued.command() instanceof SeatCommand.Leave) {
            commit.afterwards(new Effect.SendAway(connection, CloseReason.LEFT));
        }
    }

    /** What the answer is kept under: who asked, which a command can change. Whoever comes back is answered each time anew. */
    private static Optional<CommandId> commandId(QueuedCommand queued, int before, int after) {
        int player = before == Player.NOBODY ? after : before;
        return queued.id()
                .filter(id -> player != Player.NOBODY && !(queued.command() instanceof SeatCommand.Resume))
                .map(id -> new CommandId(player, id));
    }

    private static void tellSeats(
            QueuedCommand queued, Decision.Accepted decision, Token token, Room earlier, PendingCommit commit) {
        List<Event> events = decision.events();
        boolean sat = events.stream().anyMatch(Event.Seated.class::isInstance);
        if (sat || events.stream().anyMatch(Event.Returned.class::isInstance)) {
            // Who sat down with a token of their own has it already.
            Optional<Token> own =
                    sat && queued.command() instanceof SeatCommand.Sit sit ? sit.token() : Optional.empty();
            Room room = commit.room();
            room.seatOf(decision.player())
                    .ifPresent(seat -> commit.afterwards(new Effect.Reply(
                            queued.connection(),
                            new Message.You(queued.id(), seat, own.or(() -> Optional.of(token)), room))));
        }
        if (earlier.roster().differsIn(commit.room().roster())) {
            commit.afterwards(new Effect.TellSeats(commit.room()));
        }
    }

    private static void answer(
            QueuedCommand queued,
            Optional<CommandId> command,
            Optional<Message> given,
            long first,
            PendingCommit commit) {
        queued.id().ifPresent(id -> {
            Message answer = given.orElseGet(() -> new Message.Ack(id, first));
            command.filter(it -> given.isEmpty()).ifPresent(it -> commit.answer(it, answer));
            commit.afterwards(new Effect.Reply(queued.connection(), answer));
        });
    }

    private void refuse(QueuedCommand queued, Refusal refusal, int player, PendingCommit commit) {
        Message answer = queued.refused(refusal);
        // Before a game anybody may come and go as somebody else, and fill the store with what was refused.
        boolean isKept = commit.room().status() != Status.WAITING;
        commandId(queued, player, player).filter(it -> isKept).ifPresent(command -> {
            commit.answer(command, answer);
            commit.add(new RefusedCommand(
                    command,
                    refused.next(player) + commit.refusalsOf(player),
                    commit.room().seq(),
                    refusal.reason().label(),
                    refusal.detail()));
        });
        tell(queued, refusal, commit);
        if (refusal.reason() == Reason.BAD_TOKEN) {
            commit.afterwards(new Effect.SendAway(queued.connection(), CloseReason.BAD_TOKEN));
        }
    }

    private static void tell(QueuedCommand queued, Refusal refusal, PendingCommit commit) {
        count(queued, Effect.Count.Outcome.REFUSED, Optional.of(refusal.reason()), commit);
        commit.afterwards(new Effect.Reply(queued.connection(), queued.refused(refusal)));
    }

    private static void tell(QueuedCommand queued, Decision.LegalMoves legal, PendingCommit commit) {
        count(queued, Effect.Count.Outcome.ACCEPTED, Optional.empty(), commit);
        commit.afterwards(new Effect.Reply(
                queued.connection(),
                new Message.Legal(queued.id(), commit.room().seq(), legal.plays(), legal.forbidden(), legal.open())));
    }

    private static void count(
            QueuedCommand queued, Effect.Count.Outcome outcome, Optional<Reason> reason, PendingCommit commit) {
        commit.afterwards(new Effect.Count(queued.command(), outcome, reason));
    }
}
