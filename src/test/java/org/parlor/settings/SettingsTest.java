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

class SettingsTest {

    private static final Settings USUAL =
            new Settings(8080, Path.of("/home/ann/.parlor"), Optional.empty(), 60, 120, 1000, Set.of(), List.of());

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
        return Settings.read(environment, properties());
    }

    @Test
    void withoutAnySettingTheUsualOnesHold() {
        assertThat(read(Map.of())).isEqualTo(USUAL);
    }

    @Test
    void theEnvironmentSets() {
        assertThat(read(Map.of(
                        "PARLOR_PORT",
                        "0",
                        "PARLOR_DATA",
                        "/var/lib/parlor",
                        "PARLOR_JDBC_URL",
                        "jdbc:postgresql://db/parlor",
                        "PARLOR_CLAIM_SECONDS",
                        "30",
                        "PARLOR_REMATCH_SECONDS",
                        "5",
                        "PARLOR_FRAMES_PER_SECOND",
                        "20",
                        "PARLOR_ORIGINS",
                        "https://friends.example",
                        "PARLOR_TRUSTED_PROXIES",
                        "10.0.0.0/8, ::1")))
                .isEqualTo(new Settings(
                        0,
                        Path.of("/var/lib/parlor"),
                        Optional.of("jdbc:postgresql://db/parlor"),
                        30,
                        5,
                        20,
                        Set.of(new Origin("https", "friends.example", 443)),
                        List.of(range("10.0.0.0/8"), range("::1/128"))));
    }

    @Test
    void systemPropertiesSetToo() {
        Properties properties = properties("parlor.port", "1", "parlor.rematch.seconds", "2");
        assertThat(Settings.read(Map.of(), properties))
                .isEqualTo(new Settings(1, USUAL.data(), Optional.empty(), 60, 2, 1000, Set.of(), List.of()));
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
    @CsvSource({
        "PARLOR_PORT, 0, 65535",
        "PARLOR_CLAIM_SECONDS, 1, 86400",
        "PARLOR_REMATCH_SECONDS, 0, 86400",
        "PARLOR_FRAMES_PER_SECOND, 1, 1000000"
    })
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
