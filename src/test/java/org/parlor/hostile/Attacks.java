package org.parlor.hostile;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.parlor.wire.WireFrame;

/** The attacks that a server must stand. Some need a room with a long log, which {@link HostileIT} makes first. */
final class Attacks {

    /** A room whose record is long. */
    static final String LONG_ROOM = "long";

    private static final long SLOWLY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final byte[] PING = WireFrame.ping("p".repeat(125)).masked(1).bytes();
    private static final byte[] FRAGMENT =
            WireFrame.piece("f".repeat(8000), false, false).masked(1).bytes();

    private Attacks() {}

    static List<Attack> all() {
        AtomicInteger serial = new AtomicInteger();
        String file = LargeFile.mat();
        return List.of(
                new Attack("heads that are never finished", 40, Attacks::halfHead),
                new Attack("bodies that come a byte at a time", 40, Attacks::slowBody),
                new Attack("bodies that stop in the middle", 100, Attacks::halfBody),
                new Attack("requests in a row whose answers are not read", 20, Attacks::unreadPipeline),
                new Attack("downloads that are not read", 40, Attacks::unreadDownload),
                new Attack("one record asked for in 60 loops", 60, Attacks::sameRecord),
                new Attack("large files opened at once", 6, (base, goesOn) -> largeFile(base, file, goesOn)),
                new Attack(
                        "measurements asked for without a pause", 10, (base, goesOn) -> get(base, "/metrics", goesOn)),
                new Attack("pings whose answers are not read", 20, Attacks::unreadPongs),
                new Attack("messages in fragments without an end", 60, Attacks::endlessMessage),
                new Attack("frames that stop in the middle", 100, Attacks::halfFrame),
                new Attack("connections that do nothing", 20, Attacks::idle),
                new Attack("readers who do not read", 10, Attacks::deafSpectator),
                new Attack("connections that come and go", 4, (base, goesOn) -> comeAndGo(base, serial, goesOn)));
    }

    private static void halfHead(URI base, BooleanSupplier goesOn) throws IOException {
        try (Stranger stranger = Stranger.connect(base)) {
            stranger.send("GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ");
            drip(stranger, "a", goesOn);
        }
    }

    private static void slowBody(URI base, BooleanSupplier goesOn) throws IOException {
        try (Stranger stranger = Stranger.connect(base)) {
            stranger.send(post(1000));
            drip(stranger, "(", goesOn);
        }
    }

    private static void halfBody(URI base, BooleanSupplier goesOn) throws IOException {
        try (Stranger stranger = Stranger.connect(base)) {
            stranger.send(post(1_000_000));
            stranger.send("x".repeat(999_000));
            stranger.hold(goesOn);
        }
    }

    private static String post(int length) {
        return "POST /records HTTP/1.1\r\nHost: x\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private static void drip(Stranger stranger, String drop, BooleanSupplier goesOn) throws IOException {
        while (goesOn.getAsBoolean()) {
            stranger.send(drop);
            LockSupport.parkNanos(SLOWLY_NANOS);
        }
    }

    private static void unreadPipeline(URI base, BooleanSupplier goesOn) throws IOException {
        try (Stranger stranger = Stranger.connect(base)) {
            for (int i = 0; i < 2000 && goesOn.getAsBoolean(); i++) {
                stranger.send("GET /asyncapi.yaml HTTP/1.1\r\nHost: x\r\n\r\n");
            }
            stranger.hold(goesOn);
        }
    }

    private static void unreadDownload(URI base, BooleanSupplier goesOn) throws IOException {
        try (Stranger stranger = Stranger.connect(base)) {
            stranger.send("GET /records/" + LONG_ROOM + ".json HTTP/1.1\r\nHost: x\r\n\r\n");
            stranger.hold(goesOn);
        }
    }

    private static void sameRecord(URI base, BooleanSupplier goesOn) throws IOException {
        get(base, "/records/" + LONG_ROOM + "/1.sgf", goesOn);
    }

    private static void get(URI base, String path, BooleanSupplier goesOn) throws IOException {
        while (goesOn.getAsBoolean()) {
            try (Stranger stranger = Stranger.connect(base)) {
                stranger.send("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
                stranger.read();
            }
        }
    }

    private static void largeFile(URI base, String file, BooleanSupplier goesOn) throws IOException {
        while (goesOn.getAsBoolean()) {
            try (Stranger stranger = Stranger.connect(base)) {
                stranger.send(post(file.length()));
                stranger.send(file);
                stranger.read();
            }
        }
    }

    private static void unreadPongs(URI base, BooleanSupplier goesOn) throws IOException {
        try (Stranger stranger = Stranger.enter(base, "pings")) {
            while (goesOn.getAsBoolean()) {
                stranger.send(PING);
            }
        }
    }

    private static void endlessMessage(URI base, BooleanSupplier goesOn) throws IOException {
        try (Stranger stranger = Stranger.enter(base, "fragments")) {
            stranger.send(WireFrame.piece("", true, false).masked(1).bytes());
            while (goesOn.getAsBoolean()) {
                stranger.send(FRAGMENT);
            }
        }
    }

    private static void halfFrame(URI base, BooleanSupplier goesOn) throws IOException {
        try (Stranger stranger = Stranger.enter(base, "halves")) {
            byte[] whole = WireFrame.text("x".repeat(60_000)).masked(1).bytes();
            byte[] half = new byte[whole.length - 1];
            System.arraycopy(whole, 0, half, 0, half.length);
            stranger.send(half);
            stranger.hold(goesOn);
        }
    }

    private static void idle(URI base, BooleanSupplier goesOn) throws IOException {
        List<Stranger> crowd = new ArrayList<>();
        try {
            while (goesOn.getAsBoolean() && crowd.size() < 500) {
                crowd.add(Stranger.enter(base, "crowd"));
            }
        } finally {
            for (Stranger each : crowd) {
                each.close();
            }
        }
    }

    private static void deafSpectator(URI base, BooleanSupplier goesOn) throws IOException {
        try (Stranger deaf = Stranger.enter(base, "deaf")) {
            while (goesOn.getAsBoolean()) {
                deaf.send(WireFrame.text("{\"type\":\"legal\"}").masked(1).bytes());
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(30));
            }
        }
    }

    private static void comeAndGo(URI base, AtomicInteger serial, BooleanSupplier goesOn) throws IOException {
        while (goesOn.getAsBoolean()) {
            try (Stranger stranger = Stranger.enter(base, "visit-" + serial.getAndIncrement() % 100)) {
                stranger.read();
            }
        }
    }
}
