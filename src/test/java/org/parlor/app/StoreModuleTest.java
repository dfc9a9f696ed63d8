package org.parlor.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parlor.settings.SettingException;
import org.parlor.settings.Settings;
import org.parlor.store.SqlEventStore;
import org.parlor.store.StoreMetrics;
import org.sqlite.SQLiteDataSource;

/** Where the logs are kept: what was set comes first, then what the server has for us, then a file of our own. */
class StoreModuleTest {

    @TempDir
    private Path folder;

    private Settings settings(String... more) {
        Properties properties = new Properties();
        properties.setProperty("parlor.data", folder.resolve("data").toString());
        return Settings.read(more.length == 0 ? Map.of() : Map.of(more[0], more[1]), properties);
    }

    private DataSource named() {
        SQLiteDataSource file = new SQLiteDataSource();
        file.setUrl("jdbc:sqlite:" + folder.resolve("named.db").toUri());
        return file;
    }

    private String chosen(Settings settings, Optional<DataSource> named) throws IOException {
        SqlEventStore store = StoreModule.store(settings, () -> named, Runnable::run, StoreMetrics.NONE);
        store.close();
        return store.toString();
    }

    @Test
    void theFolderIsUsedWhenThereIsNothingElse() throws Exception {
        assertThat(chosen(settings(), Optional.empty())).isEqualTo("SQLite in " + folder.resolve("data"));
    }

    @Test
    void theServersDataSourceTakesTheFoldersPlace() throws Exception {
        assertThat(chosen(settings(), Optional.of(named()))).isEqualTo("SQLite from jdbc/parlor");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void theAddressThatWasSetTakesThePlaceOfBoth() {
        Settings settings = settings("PARLOR_JDBC_URL", "jdbc:postgresql://localhost:1/nowhere?user=nobody");
        assertThatThrownBy(() -> chosen(settings, Optional.of(named())))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("PARLOR_JDBC_URL must name a database that works");
    }

    @Test
    void aDataSourceThatDoesNotWorkIsTold() {
        SQLiteDataSource nowhere = new SQLiteDataSource();
        nowhere.setUrl("jdbc:sqlite:" + folder.resolve("no/such/folder.db").toUri());
        assertThatThrownBy(() -> chosen(settings(), Optional.of(nowhere)))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("the data source jdbc/parlor must name a database that works");
    }
}
