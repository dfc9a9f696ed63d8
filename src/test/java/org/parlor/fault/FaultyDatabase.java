package org.parlor.fault;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import javax.sql.DataSource;
import org.parlor.journal.SqlJournal;
import org.parlor.journal.Stopwatch;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** A real SQLite file behind JDBC objects that do something else at a commit, or fail to connect, when a test says so. */
final class FaultyDatabase {

    private final DataSource file;
    private volatile Step connect = Step.THROUGH;
    private volatile Step commit = Step.THROUGH;

    /** What happens in place of a call; it may make the call. */
    @FunctionalInterface
    interface Step {

        Step THROUGH = Call::proceed;

        Object take(Call call) throws Throwable;

        /** Fails without making the call. */
        static Step failing(Throwable reason) {
            return call -> {
                throw reason;
            };
        }
    }

    /** A call as it would be without the fault. */
    @FunctionalInterface
    interface Call {
        Object proceed() throws Throwable;
    }

    FaultyDatabase(Path folder) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        SQLiteDataSource sqlite = new SQLiteDataSource(config);
        sqlite.setUrl("jdbc:sqlite:" + folder.resolve("faulty.db").toUri());
        this.file = sqlite;
    }

    SqlJournal journal() {
        DataSource faulty = proxy(
                DataSource.class,
                file,
                "getConnection",
                call -> connect.take(
                        () -> proxy(Connection.class, (Connection) call.proceed(), "commit", it -> commit.take(it))));
        return SqlJournal.open("faulty", faulty, () -> {}, Stopwatch.NONE);
    }

    /** What happens at every connection from now on. */
    void onConnect(Step step) {
        connect = step;
    }

    /** What happens at every commit from now on. */
    void onCommit(Step step) {
        commit = step;
    }

    void works() {
        connect = Step.THROUGH;
        commit = Step.THROUGH;
    }

    private static <T> T proxy(Class<T> type, T real, String special, Step step) {
        InvocationHandler handler = (self, method, arguments) -> {
            Call call = () -> {
                try {
                    return method.invoke(real, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            };
            return method.getName().equals(special) ? step.take(call) : call.proceed();
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
