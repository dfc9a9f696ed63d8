package org.parlor.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.annotation.WebServlet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.parlor.game.Games;
import org.parlor.metrics.Metrics;
import org.parlor.settings.Settings;
import org.parlor.socket.Rooms;

class ResourcesTest {

    private final Resources resources = new Resources(List.of(
            resource("/one", Set.of(Method.GET), request -> Response.ok(Response.TEXT, "" + request.query())),
            resource("/many/", Set.of(Method.GET, Method.POST), request -> Response.ok(Response.TEXT, request.body())),
            resource("/broken", Set.of(Method.GET), request -> {
                throw new IllegalStateException("as it should");
            })));

    private static Resource resource(String path, Set<Method> methods, Function<Request, Response> answer) {
        return new Resource() {
            @Override
            public String path() {
                return path;
            }

            @Override
            public Set<Method> methods() {
                return methods;
            }

            @Override
            public Response answer(Request request) {
                return answer.apply(request);
            }
        };
    }

    private Response ask(String method, String path, String query, byte[] body) {
        try {
            return resources.answer("127.0.0.1", method, path, query, Map.of(), new ByteArrayInputStream(body));
        } catch (IOException e) {
            throw new AssertionError("Arrays can be read", e);
        }
    }

    private Response get(String path) {
        return ask("GET", path, null, new byte[0]);
    }

    private Response post(String path, byte[] body) {
        return ask("POST", path, null, body);
    }

    @Test
    void aPathIsOneResourcesOwnAndNothingBelowIt() {
        assertThat(get("/one").status()).isEqualTo(200);
        for (String other : List.of("/", "/one/", "/one/two", "/ones", "/many", "")) {
            assertThat(get(other).status()).as(other).isEqualTo(404);
            assertThat(resources.know(other)).as(other).isFalse();
        }
    }

    @Test
    void aPathThatEndsWithASlashStandsForAllBelowIt() {
        assertThat(get("/many/").status()).isEqualTo(200);
        assertThat(get("/many/a/b").status()).isEqualTo(200);
        assertThat(resources.know("/many/a")).isTrue();
    }

    @Test
    void whoeverKnowsGetIsAskedForHeadToo() {
        assertThat(ask("HEAD", "/one", null, new byte[0])).isEqualTo(get("/one"));
    }

    @Test
    void anUnknownMethodIsToldWhichOnesThereAre() {
        assertThat(post("/one", new byte[0]).status()).isEqualTo(405);
        assertThat(post("/one", new byte[0]).headers()).containsEntry("Allow", "GET, HEAD");
        assertThat(ask("DELETE", "/many/a", null, new byte[0]).headers()).containsEntry("Allow", "GET, HEAD, POST");
        assertThat(ask("get", "/one", null, new byte[0]).status()).isEqualTo(405);
    }

    @Test
    void theFirstOfEachParameterCountsAndIsDecoded() {
        assertThat(ask("GET", "/one", "a=%C3%A4+b&&a=2&c", new byte[0]).body()).isIn("{a=ä b, c=}", "{c=, a=ä b}");
        assertThat(ask("GET", "/one", "a=%zz", new byte[0]).status()).isEqualTo(400);
    }

    @Test
    void aBodyIsReadUpToItsLargestSizeAndNoFurther() throws IOException {
        byte[] largest = "x".repeat(Resources.LARGEST_BODY).getBytes(UTF_8);
        assertThat(post("/many/", largest).body()).hasSize(Resources.LARGEST_BODY);
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        assertThat(resources
                        .answer("127.0.0.1", "POST", "/many/", null, Map.of(), endless)
                        .status())
                .isEqualTo(413);
    }

    @Test
    void aBodyIsUtf8() {
        assertThat(post("/many/", "ä".getBytes(UTF_8)).body()).isEqualTo("ä");
        assertThat(post("/many/", new byte[] {(byte) 0xC3}).status()).isEqualTo(400);
    }

    @Test
    void aResourceThatFailsIsAnErrorOfTheServerAndTellsNothingOfIt() {
        assertThat(get("/broken").status()).isEqualTo(500);
        assertThat(get("/broken").body()).doesNotContain("as it should");
    }

    @Test
    void anAnswerIsNotKeptAndItsTypeNotGuessed() {
        assertThat(get("/one").headers())
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("X-Content-Type-Options", "nosniff");
        assertThat(get("/one").with("Cache-Control", "no-cache").headers()).containsEntry("Cache-Control", "no-cache");
    }

    @Test
    void theServletHasAPatternForEveryResourceAndNoOther() {
        assertThat(ResourceServlet.class.getAnnotation(WebServlet.class).urlPatterns())
                .containsExactlyInAnyOrderElementsOf(new Site()
                                .resources(
                                        new Rooms(),
                                        null,
                                        new Metrics(),
                                        new Games(List.of()),
                                        Settings.read(Map.of("PARLOR_DATA", "data"), new Properties()))
                                .paths()
                                .stream()
                                .map(path -> path.endsWith("/") ? path + "*" : path)
                                .toList());
    }
}
