package org.parlor.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.util.logging.LogManager;
import org.parlor.settings.SettingException;

/** Runs Parlor by itself until it is stopped. */
public final class Main {

    private static final int BAD_SETTING = 1;

    private Main() {}

    /** Starts the server and prints its address. Takes no arguments: settings are environment variables. */
    public static void main(String[] arguments) throws Exception {
        quietLibraries();
        Server server;
        try {
            server = Server.start();
        } catch (RuntimeException e) {
            System.err.println("Parlor can't start: " + settingOf(e).getMessage());
            System.exit(BAD_SETTING);
            return;
        }
        Watchdog watchdog = new Watchdog(server.health());
        watchdog.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, watchdog), "parlor-stop"));
        System.out.println("Parlor is ready: " + server.address());
        Thread.currentThread().join();
    }

    /** Printed, because the log is closed by the time that a process ends. */
    private static void stop(Server server, Watchdog watchdog) {
        watchdog.close();
        server.close();
        System.out.println("Parlor has stopped");
    }

    /** One line for a start is ours; whoever wants more names a logging configuration as usual. */
    private static void quietLibraries() throws IOException {
        if (System.getProperty("java.util.logging.config.file") != null) {
            return;
        }
        try (InputStream levels = Main.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(levels);
        }
    }

    /** The setting at fault, dug out of what CDI wrapped around it; anything else goes up as it is. */
    private static SettingException settingOf(RuntimeException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SettingException setting) {
                return setting;
            }
        }
        throw thrown;
    }
}
