package org.parlor.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.annotation.WebServlet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.parlor.game.Games;
import org.parlor.health.ServerHealth;
import org.parlor.metrics.Metrics;
import org.parlor.settings.Settings;
import org.parlor.websocket.Rooms;

class ResourcesTest {

    private static final HttpBounds BOUNDS = HttpBounds.of(1 << 30);

    @AfterAll
    static void close() {
        BOUNDS.close();
    }

    private final Resources resources = new Resources(List.of(
            resource("/one", Set.of(Method.GET), request -> Response.ok(Response.TEXT, "" + request.query())),
            resource("/many/", Set.of(Method.GET, Method.POST), request -> Response.ok(Response.TEXT, request.body())),
            resource("/broken", Set.of(Method.GET), request -> {
                throw new IllegalStateException("as it should");
            }),
            new Closed()));

    /** Whose clients have all asked too much. */
    private static final class Closed implements Resource {
        @Override
        public String path() {
            return "/closed";
        }

        @Override
        public Set<Method> methods() {
            return Set.of(Method.GET, Method.POST);
        }

        @Override
        public Optional<Response> refuse(Request head) {
            return Optional.of(Response.busy(429, "later"));
        }

        @Override
        public CompletionStage<Response> answer(Request request) {
            throw new AssertionError("who is refused is not answered");
        }
    }

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
            public CompletionStage<Response> answer(Request request) {
                return answer.apply(request).now();
            }
        };
    }

    private Response ask(String method, String path, String query, byte[]... body) {
        RequestHead head = new RequestHead("127.0.0.1", method, path, Optional.ofNullable(query), Map.of());
        return resources.answer(head, body(body)).toCompletableFuture().join();
    }

    /** A body that comes in parts, and ends when it is read if it has no end of its own. */
    private static RequestBody body(byte[]... parts) {
        return new RequestBody() {
            @Override
            public CompletionStage<byte[]> read(int most) {
                return feed(new BodyBuffer(most, true, BOUNDS));
            }

            @Override
            public CompletionStage<Void> skip(int most) {
                return feed(new BodyBuffer(most, false, BOUNDS)).handle((nothing, failure) -> null);
            }

            private CompletionStage<byte[]> feed(BodyBuffer buffer) {
                for (byte[] part : parts) {
                    assertThat(buffer.isDone()).isFalse();
                    buffer.add(part, part.length);
                }
                buffer.end();
                return buffer.whole();
            }
        };
    }

    private Response get(String path) {
        return ask("GET", path, null, new byte[0]);
    }

    private Response post(String path, byte[]... body) {
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
    void aBodyIsReadUpToItsLargestSizeAndNoFurther() {
        byte[] largest = "x".repeat(Resources.LARGEST_BODY).getBytes(UTF_8);
        assertThat(post("/many/", largest).body()).hasSize(Resources.LARGEST_BODY);
        assertThat(post("/many/", largest, new byte[1]).status()).isEqualTo(413);
    }

    @Test
    void whoIsRefusedSendsTheBodyInVain() {
        assertThat(post("/closed", "x".getBytes(UTF_8)).status()).isEqualTo(429);
        assertThat(get("/closed").status()).isEqualTo(429);
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
                .containsExactlyInAnyOrderElementsOf(new HttpModule()
                                .resources(
                                        new Rooms(),
                                        null,
                                        null,
                                        new Metrics(),
                                        new Games(List.of()),
                                        Settings.read(Map.of("PARLOR_DATA", "data"), new Properties()),
                                        new ServerHealth())
                                .paths()
                                .stream()
                                .map(path -> path.endsWith("/") ? path + "*" : path)
                                .toList());
    }
}
