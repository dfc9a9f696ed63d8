package org.parlor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.util.Map;
import java.util.Optional;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.ServiceUnavailableException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parlor.log.Append;
import org.parlor.log.StoreException;
import org.sqlite.SQLiteDataSource;

class JndiDataSourceTest {

    @TempDir
    private Path folder;

    /** A server's names in memory. */
    private static Context names(Map<String, Object> bound) {
        return stub(Context.class, arguments -> {
            if (bound.get((String) arguments[0]) instanceof NamingException failure) {
                throw failure;
            }
            return Optional.ofNullable(bound.get((String) arguments[0]))
                    .orElseThrow(() -> new NameNotFoundException((String) arguments[0]));
        });
    }

    private static <T> T stub(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> call.with(arguments)));
    }

    private interface Call {
        Object with(Object[] arguments) throws Exception;
    }

    private SQLiteDataSource file(String name) {
        SQLiteDataSource file = new SQLiteDataSource();
        file.setUrl("jdbc:sqlite:" + folder.resolve(name).toUri());
        return file;
    }

    @Test
    void isNoneWhereThereAreNoNames() {
        assertThat(JndiDataSource.find()).isEmpty();
    }

    @Test
    void isNoneWhereTheNameIsNotBound() {
        NamingException wrapped = new NamingException("Lookup failed");
        wrapped.initCause(new NameNotFoundException("jdbc/parlor"));
        assertThat(JndiDataSource.find(names(Map.of()))).isEmpty();
        assertThat(JndiDataSource.find(names(Map.of("jdbc/parlor", wrapped)))).isEmpty();
    }

    @Test
    void isTheApplicationsOwnBeforeTheServers() {
        DataSource own = file("own.db");
        DataSource servers = file("servers.db");
        assertThat(JndiDataSource.find(names(Map.of("jdbc/parlor", servers)))).contains(servers);
        assertThat(JndiDataSource.find(names(Map.of("java:comp/env/jdbc/parlor", own, "jdbc/parlor", servers))))
                .contains(own);
    }

    @Test
    void isAnErrorWhenItIsSomethingElseOrCannotBeHad() {
        assertThatThrownBy(() -> JndiDataSource.find(names(Map.of("jdbc/parlor", "a text"))))
                .isInstanceOf(StoreException.class)
                .hasMessage("jdbc/parlor is no data source");
        NamingException down = new ServiceUnavailableException("the directory is down");
        assertThatThrownBy(() -> JndiDataSource.find(names(Map.of("jdbc/parlor", down))))
                .isInstanceOf(StoreException.class)
                .hasMessage("jdbc/parlor can't be looked up: the directory is down");
    }

    @Test
    void keepsTheStoreAndIsNotClosedWithIt() throws Exception {
        DataSource file = file("named.db");
        try (SqlEventStore store = JndiDataSource.open(file, Runnable::run, StoreMetrics.NONE)) {
            assertThat(StoreTest.get(store.append(StoreTest.append("r", StoreTest.event(0)))))
                    .isEqualTo(Append.Result.STORED);
            assertThat(store).hasToString("SQLite from jdbc/parlor");
        }
        try (SqlEventStore store = JndiDataSource.open(file, Runnable::run, StoreMetrics.NONE)) {
            assertThat(store.read("r", -1)).containsExactly(StoreTest.event(0));
        }
    }

    @Test
    void isRefusedIfItsSqlIsAnother() {
        DatabaseMetaData meta = stub(DatabaseMetaData.class, arguments -> "H2");
        Connection connection = stub(Connection.class, arguments -> meta);
        DataSource other = stub(DataSource.class, arguments -> connection);
        assertThatThrownBy(() -> JndiDataSource.open(other, Runnable::run, StoreMetrics.NONE))
                .isInstanceOf(StoreException.class)
                .hasMessage("Parlor needs PostgreSQL or SQLite, not H2");
    }
}
