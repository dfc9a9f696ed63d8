package org.parlor.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The settings of a server.
 *
 * @param port of the embedded server, 0 to 65535; 0 for any free one
 * @param data folder of the embedded store
 * @param jdbcUrl PostgreSQL database that keeps the logs instead
 * @param claimSeconds how long a player must be away before the opponent may claim the game, 1 to 86400
 * @param rematchSeconds how long a finished room stays open, 0 to 86400
 * @param limits what strangers may make, hold and send
 * @param origins besides the server's own whose pages may open a room
 * @param trustedProxies addresses of reverse proxies whose word counts about how they were asked
 */
public record Settings(
        int port,
        Path data,
        Optional<String> jdbcUrl,
        int claimSeconds,
        int rematchSeconds,
        Limits limits,
        Set<Origin> origins,
        List<AddressRange> trustedProxies) {

    private static final int HIGHEST_PORT = 65_535;
    private static final int DAY_SECONDS = 86_400;
    private static final int USUAL_FRAMES_PER_SECOND = 1_000;
    private static final int USUAL_CHAT_PER_MINUTE = 60;
    private static final int HIGHEST_LIMIT = 1_000_000;

    /**
     * Reads the settings.
     *
     * @throws SettingException if one is unknown or has a bad value
     */
    public static Settings read(Map<String, String> environment, Properties properties) {
        return read(environment, properties, Runtime.getRuntime().maxMemory());
    }

    /**
     * As {@link #read(Map, Properties)}, for a heap of this size.
     *
     * @param heap in bytes
     */
    static Settings read(Map<String, String> environment, Properties properties, long heap) {
        Source source = new Source(environment, properties);
        source.refuseUnknown();
        return new Settings(
                source.number(Setting.PARLOR_PORT, 0, HIGHEST_PORT),
                source.folder(Setting.PARLOR_DATA),
                source.postgres(Setting.PARLOR_JDBC_URL),
                source.number(Setting.PARLOR_CLAIM_SECONDS, 1, DAY_SECONDS),
                source.number(Setting.PARLOR_REMATCH_SECONDS, 0, DAY_SECONDS),
                limits(source, heap),
                Set.copyOf(source.list(Setting.PARLOR_ORIGINS, Origin::of, "https://games.example.org")),
                source.list(Setting.PARLOR_TRUSTED_PROXIES, AddressRange::of, "10.0.0.0/8"));
    }

    private static Limits limits(Source source, long heap) {
        int connections = source.limit(Setting.PARLOR_CONNECTIONS, Limits.connectionsFor(heap));
        return new Limits(
                source.limit(Setting.PARLOR_FRAMES_PER_SECOND, USUAL_FRAMES_PER_SECOND),
                connections,
                source.limit(Setting.PARLOR_CONNECTIONS_PER_ADDRESS, Limits.connectionsPerAddressFor(connections)),
                source.limit(Setting.PARLOR_CHAT_PER_MINUTE, USUAL_CHAT_PER_MINUTE));
    }

    private record Source(Map<String, String> environment, Properties properties) {

        private static final String PROPERTY_PREFIX =
                Setting.PREFIX.toLowerCase(Locale.ROOT).replace('_', '.');

        private static final String POSTGRES = "jdbc:postgresql:";

        void refuseUnknown() {
            environment.keySet().stream()
                    .filter(name -> name.startsWith(Setting.PREFIX))
                    .filter(name -> Arrays.stream(Setting.values())
                            .noneMatch(it -> it.name().equals(name)))
                    .forEach(Source::unknown);
            properties.stringPropertyNames().stream()
                    .filter(name -> name.startsWith(PROPERTY_PREFIX))
                    .filter(name -> Arrays.stream(Setting.values())
                            .noneMatch(it -> it.property().equals(name)))
                    .forEach(Source::unknown);
        }

        private static void unknown(String name) {
            String known = Arrays.stream(Setting.values()).map(Setting::name).collect(Collectors.joining(", "));
            throw new SettingException("unknown setting " + name + "; the settings are " + known);
        }

        int number(Setting setting, int least, int most) {
            String text = text(setting).orElse(setting.usual());
            try {
                int number = Integer.parseInt(text.strip());
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw new SettingException(range(setting, least, most, text), e);
            }
            throw new SettingException(range(setting, least, most, text));
        }

        int limit(Setting setting, int usual) {
            Optional<String> text = text(setting).map(String::strip);
            if (text.filter("off"::equals).isPresent()) {
                return Limits.OFF;
            }
            try {
                int number = text.map(Integer::parseInt).orElse(usual);
                if (number >= 1 && (number <= HIGHEST_LIMIT || text.isEmpty())) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw new SettingException(limitRange(setting, text), e);
            }
            throw new SettingException(limitRange(setting, text));
        }

        private static String limitRange(Setting setting, Optional<String> text) {
            return setting + " must be a whole number from 1 to " + HIGHEST_LIMIT + ", or off, not \"" + text.orElse("")
                    + "\"";
        }

        private static String range(Setting setting, int least, int most, String text) {
            return setting + " must be a whole number from " + least + " to " + most + ", not \"" + text + "\"";
        }

        Path folder(Setting setting) {
            try {
                return text(setting)
                        .map(Path::of)
                        .orElseGet(() -> Path.of(properties.getProperty("user.home"), ".parlor"));
            } catch (InvalidPathException e) {
                throw new SettingException(setting + " must be a folder, not \"" + e.getInput() + "\"", e);
            }
        }

        Optional<String> postgres(Setting setting) {
            Optional<String> url = text(setting);
            if (url.isPresent() && !url.get().startsWith(POSTGRES)) {
                throw new SettingException(setting + " must be the address of a PostgreSQL database, such as "
                        + POSTGRES + "//localhost:5432/parlor?user=parlor&password=secret");
            }
            return url;
        }

        <T> List<T> list(Setting setting, Function<String, Optional<T>> reader, String example) {
            return text(setting).stream()
                    .flatMap(text -> Arrays.stream(text.split(",", -1)))
                    .map(String::strip)
                    .map(part -> reader.apply(part)
                            .orElseThrow(() -> new SettingException(setting + " must be a list with commas of such as "
                                    + example + ", not \"" + part + "\"")))
                    .toList();
        }

        private Optional<String> text(Setting setting) {
            return Optional.ofNullable(properties.getProperty(setting.property()))
                    .filter(text -> !text.isBlank())
                    .or(() -> Optional.ofNullable(environment.get(setting.name())))
                    .filter(text -> !text.isBlank());
        }
    }
}
