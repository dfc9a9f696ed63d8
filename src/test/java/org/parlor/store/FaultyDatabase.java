package org.parlor.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** A real SQLite file behind JDBC objects that do something else at a commit, or fail to connect, when a test says so. */
public final class FaultyDatabase {

    private final DataSource file;
    private volatile Step connect = Step.THROUGH;
    private volatile Step commit = Step.THROUGH;

    /** What happens in place of a call; it may make the call. */
    @FunctionalInterface
    public interface Step {

        Step THROUGH = Call::proceed;

        Object take(Call call) throws Throwable;

        /** Fails without making the call. */
        static Step failing(Throwable reason) {
            return call -> {
                throw reason;
            };
        }

        /** Does this in the transaction first; for commits only. */
        static Step after(String... sql) {
            return call -> {
                try (Statement statement = ((CommitCall) call).connection().createStatement()) {
                    for (String each : sql) {
                        statement.execute(each);
                    }
                }
                return call.proceed();
            };
        }

        /** Undoes the transaction as the database does by itself after some errors, and fails. */
        static Step rolledBack(Throwable reason) {
            return call -> {
                try (Statement statement = ((CommitCall) call).connection().createStatement()) {
                    statement.execute("ROLLBACK");
                }
                throw reason;
            };
        }
    }

    /** A call as it would be without the fault. */
    @FunctionalInterface
    public interface Call {
        Object proceed() throws Throwable;
    }

    public FaultyDatabase(Path folder) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        SQLiteDataSource sqlite = new SQLiteDataSource(config);
        sqlite.setUrl("jdbc:sqlite:" + folder.resolve("faulty.db").toUri());
        this.file = sqlite;
    }

    /** A store that keeps its connections in a pool, as the real ones do. */
    public SqlEventStore open(Executor completions) {
        Schema.bringUpToDate(file);
        HikariConfig config = new HikariConfig();
        config.setDataSource(proxy(DataSource.class, file, "getConnection", call -> {
            Connection real = (Connection) call.proceed();
            return proxy(Connection.class, real, "commit", it -> commit.take(new CommitCall(real, it)));
        }));
        HikariDataSource pool = new HikariDataSource(config);
        DataSource faulty = proxy(DataSource.class, pool, "getConnection", call -> connect.take(call));
        return SqlEventStore.open("faulty", faulty, pool::evictConnection, pool, completions, StoreMetrics.NONE);
    }

    /** The call of a commit, and the connection that it is for. */
    private record CommitCall(Connection connection, Call call) implements Call {
        @Override
        public Object proceed() throws Throwable {
            return call.proceed();
        }
    }

    /** What happens at every connection from now on. */
    public void onConnect(Step step) {
        connect = step;
    }

    /** What happens at every commit from now on. */
    public void onCommit(Step step) {
        commit = step;
    }

    /** The database does again what it should. */
    public void works() {
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
