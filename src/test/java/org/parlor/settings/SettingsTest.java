package org.parlor.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final long HEAP = 256L << 20;

    private static final Limits USUAL_LIMITS = new Limits(1000, 4096, 1000, 60);

    private static final Settings USUAL = new Settings(
            8080, Path.of("/home/ann/.parlor"), Optional.empty(), 60, 120, USUAL_LIMITS, Set.of(), List.of());

    private static Properties properties(String... namesAndValues) {
        Properties properties = new Properties();
        properties.setProperty("user.home", "/home/ann");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            properties.setProperty(namesAndValues[i], namesAndValues[i + 1]);
        }
        return properties;
    }

    private static AddressRange range(String text) {
        return AddressRange.of(text).orElseThrow();
    }

    private static Settings read(Map<String, String> environment) {
        return Settings.read(environment, properties(), HEAP);
    }

    @Test
    void withoutAnySettingTheUsualOnesHold() {
        assertThat(read(Map.of())).isEqualTo(USUAL);
    }

    @Test
    void theEnvironmentSets() {
        assertThat(read(Map.ofEntries(
                        Map.entry("PARLOR_PORT", "0"),
                        Map.entry("PARLOR_DATA", "/var/lib/parlor"),
                        Map.entry("PARLOR_JDBC_URL", "jdbc:postgresql://db/parlor"),
                        Map.entry("PARLOR_CLAIM_SECONDS", "30"),
                        Map.entry("PARLOR_REMATCH_SECONDS", "5"),
                        Map.entry("PARLOR_FRAMES_PER_SECOND", "20"),
                        Map.entry("PARLOR_CONNECTIONS", "100"),
                        Map.entry("PARLOR_CONNECTIONS_PER_ADDRESS", "off"),
                        Map.entry("PARLOR_CHAT_PER_MINUTE", "7"),
                        Map.entry("PARLOR_ORIGINS", "https://friends.example"),
                        Map.entry("PARLOR_TRUSTED_PROXIES", "10.0.0.0/8, ::1"))))
                .isEqualTo(new Settings(
                        0,
                        Path.of("/var/lib/parlor"),
                        Optional.of("jdbc:postgresql://db/parlor"),
                        30,
                        5,
                        new Limits(20, 100, Limits.OFF, 7),
                        Set.of(new Origin("https", "friends.example", 443)),
                        List.of(range("10.0.0.0/8"), range("::1/128"))));
    }

    @Test
    void systemPropertiesSetToo() {
        Properties properties = properties("parlor.port", "1", "parlor.rematch.seconds", "2");
        assertThat(Settings.read(Map.of(), properties, HEAP))
                .isEqualTo(new Settings(1, USUAL.data(), Optional.empty(), 60, 2, USUAL_LIMITS, Set.of(), List.of()));
    }

    @Test
    void aSystemPropertyWinsOverTheEnvironment() {
        Settings settings = Settings.read(Map.of("PARLOR_PORT", "1"), properties("parlor.port", "2"));
        assertThat(settings.port()).isEqualTo(2);
    }

    @Test
    void aBlankSettingCountsAsNone() {
        assertThat(read(Map.of("PARLOR_PORT", " ", "PARLOR_DATA", ""))).isEqualTo(USUAL);
    }

    @Test
    void spaceAroundANumberDoesNotMatter() {
        assertThat(read(Map.of("PARLOR_PORT", " 80\n")).port()).isEqualTo(80);
    }

    @ParameterizedTest
    @CsvSource({"PARLOR_PORT, 0, 65535", "PARLOR_CLAIM_SECONDS, 1, 86400", "PARLOR_REMATCH_SECONDS, 0, 86400"})
    void aNumberHasARange(String name, int least, int most) {
        assertThat(read(Map.of(name, "" + least))).isNotNull();
        assertThat(read(Map.of(name, "" + most))).isNotNull();
        for (String bad : new String[] {"" + (least - 1), "" + (most + 1), "many", "1.5", "99999999999999999999"}) {
            assertThatThrownBy(() -> read(Map.of(name, bad)))
                    .isInstanceOf(SettingException.class)
                    .hasMessage(
                            name + " must be a whole number from " + least + " to " + most + ", not \"" + bad + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PARLOR_FRAMES_PER_SECOND",
                "PARLOR_CONNECTIONS",
                "PARLOR_CONNECTIONS_PER_ADDRESS",
                "PARLOR_CHAT_PER_MINUTE"
            })
    void aLimitHasARangeOrIsOff(String name) {
        for (String good : new String[] {"1", "1000000", " 7 ", "off"}) {
            assertThat(read(Map.of(name, good))).isNotNull();
        }
        for (String bad : new String[] {"0", "1000001", "many", "1.5", "99999999999999999999", "Off"}) {
            assertThatThrownBy(() -> read(Map.of(name, bad)))
                    .isInstanceOf(SettingException.class)
                    .hasMessage(name + " must be a whole number from 1 to 1000000, or off, not \"" + bad + "\"");
        }
    }

    @Test
    void thereMayBeAsManyConnectionsAsTheHeapHasRoomForAndOneAddressNeverHasThemAll() {
        assertThat(Settings.read(Map.of(), properties(), 16L << 20).limits()).isEqualTo(new Limits(1000, 256, 64, 60));
        assertThat(Settings.read(Map.of(), properties(), 6L << 30).limits())
                .isEqualTo(new Limits(1000, 98_304, 1000, 60));
        assertThat(read(Map.of("PARLOR_CONNECTIONS", "off")).limits())
                .isEqualTo(new Limits(1000, Limits.OFF, 1000, 60));
    }

    @Test
    void aDatabaseOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> read(Map.of("PARLOR_JDBC_URL", "jdbc:mysql://db/parlor")))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("PARLOR_JDBC_URL must be the address of a PostgreSQL database");
    }

    @ParameterizedTest
    @CsvSource({
        "PARLOR_ORIGINS, friends.example",
        "PARLOR_ORIGINS, *",
        "PARLOR_ORIGINS, 'https://a.example,'",
        "PARLOR_TRUSTED_PROXIES, proxy.example",
        "PARLOR_TRUSTED_PROXIES, 10.0.0.0/33"
    })
    void aBadPartOfAListIsRefused(String name, String value) {
        assertThatThrownBy(() -> read(Map.of(name, value)))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith(name + " must be a list with commas of such as ");
    }

    @Test
    void aFolderThatCanBeNoneIsRefused() {
        assertThatThrownBy(() -> read(Map.of("PARLOR_DATA", "a\u0000b")))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("PARLOR_DATA must be a folder");
    }

    @Test
    void aMisspeltSettingIsRefusedWithTheListOfSettings() {
        assertThatThrownBy(() -> read(Map.of("PARLOR_PROT", "80")))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("PARLOR_PROT")
                .hasMessageContaining("PARLOR_PORT, PARLOR_DATA");
        assertThatThrownBy(() -> Settings.read(Map.of(), properties("parlor.prot", "80")))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("parlor.prot");
    }

    @Test
    void whatIsNotOursIsNotLookedAt() {
        assertThat(Settings.read(Map.of("PORT", "x", "PARLORS", "x"), properties("parlors.port", "x"))
                        .port())
                .isEqualTo(8080);
    }

    @ParameterizedTest
    @EnumSource
    void everySettingHasAPropertyOfTheSameName(Setting setting) {
        assertThat(setting.name()).startsWith("PARLOR_");
        assertThat(setting.property().replace('.', '_')).isEqualToIgnoringCase(setting.name());
        assertThat(setting.usual()).isNotBlank();
    }
}
