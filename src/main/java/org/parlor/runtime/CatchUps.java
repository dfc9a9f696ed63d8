package org.parlor.runtime;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.parlor.log.StoredEvent;
import org.parlor.room.Change;

/**
 * Tells those who missed more of a room than is at hand. The log is followed once for all who wait for it, on a thread that nothing
 * else needs; each is told what a viewer of that kind saw then. Safe for use by many threads.
 */
final class CatchUps {

    private static final Logger LOG = System.getLogger(CatchUps.class.getName());

    /** A frame takes about so many times its payload while it waits. */
    private static final int MEMORY_FACTOR = 2;

    private final String room;
    private final RoomServices services;
    private final RoomRepository repository;
    private List<Request> waiting = new ArrayList<>();
    private boolean running;

    CatchUps(String room, RoomServices services, RoomRepository repository) {
        this.room = room;
        this.services = services;
        this.repository = repository;
    }

    /**
     * Who reads, and so sees what the player saw at each time, wherever the player sat then.
     *
     * @param player the number of a player; nobody's in a room without secrets
     */
    record Reader(int player, Encoding encoding) {

        Audience at(Change change) {
            return new Audience(change.after().viewer(player), encoding);
        }
    }

    /**
     * Who wants to know what.
     *
     * @param since the last event that is known
     * @param upTo the last event that is wanted
     */
    record Request(Connection connection, Connection.Gap gap, Reader reader, long since, long upTo) {

        void fail() {
            gap.fill(List.of(), () -> {});
            connection.close(CloseReason.UNAVAILABLE);
        }
    }

    /** Fills a gap as soon as the log has been followed. */
    synchronized void add(Request request) {
        waiting.add(request);
        if (!running) {
            running = true;
            start();
        }
    }

    private void start() {
        List<Request> batch = waiting;
        waiting = new ArrayList<>();
        try {
            services.readers().execute(() -> {
                follow(batch);
                goOn();
            });
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "too many rooms are being read", e);
            batch.forEach(Request::fail);
            running = false;
        }
    }

    private synchronized void goOn() {
        if (waiting.isEmpty()) {
            running = false;
        } else {
            start();
        }
    }

    private void follow(List<Request> batch) {
        try {
            Map<Reader, List<Frame>> told = told(batch, repository.log(room));
            fill(batch, told);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "room " + room + " can't be read; who waits for it is told to come back", e);
            batch.forEach(Request::fail);
        }
    }

    /** For each reader the frames from event 1 on, as far as it wants to know. */
    private Map<Reader, List<Frame>> told(List<Request> batch, List<StoredEvent> log) {
        Map<Reader, List<Frame>> told = new HashMap<>();
        Map<Reader, Long> since = new HashMap<>();
        for (Request request : batch) {
            told.put(request.reader(), new ArrayList<>());
            since.merge(request.reader(), request.since(), Math::min);
        }
        repository.fold(room, log, change -> {
            Map<Audience, Frame> written = new HashMap<>();
            told.forEach((reader, frames) -> {
                if (change.event().seq() > since.get(reader)) {
                    frames.add(written.computeIfAbsent(
                            reader.at(change), it -> it.encoding().encode(new Message.Happened(change, it.viewer()))));
                }
            });
        });
        return told;
    }

    private void fill(List<Request> batch, Map<Reader, List<Frame>> told) {
        long memory = MEMORY_FACTOR
                * told.values().stream()
                        .flatMap(List::stream)
                        .mapToLong(Frame::bytes)
                        .sum();
        if (!services.catchUps().take(memory)) {
            batch.forEach(Request::fail);
            return;
        }
        AtomicInteger open = new AtomicInteger(batch.size());
        Runnable whenDone = () -> {
            if (open.decrementAndGet() == 0) {
                services.catchUps().giveBack(memory);
            }
        };
        for (Request request : batch) {
            List<Frame> all = told.get(request.reader());
            long first = batch.stream()
                    .filter(it -> it.reader().equals(request.reader()))
                    .mapToLong(Request::since)
                    .min()
                    .orElseThrow();
            request.gap()
                    .fill(
                            all.subList((int) (request.since() - first), (int)
                                    Math.min(all.size(), request.upTo() - first)),
                            whenDone);
        }
    }
}
