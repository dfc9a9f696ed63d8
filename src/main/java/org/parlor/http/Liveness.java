package org.parlor.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.parlor.health.ServerHealth;
import org.parlor.protocol.Json;

/** Whether the server can go on: if this does not come, or tells that it is down, start it anew. */
final class Liveness implements Resource {

    private final ServerHealth health;
    private final Json json = new Json();

    Liveness(ServerHealth health) {
        this.health = health;
    }

    @Override
    public String path() {
        return "/health/live";
    }

    @Override
    public CompletionStage<Response> answer(Request request) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", health.failure().isPresent() ? "down" : "up");
        health.failure().ifPresent(reason -> body.put("reason", reason));
        return Response.of(health.failure().isPresent() ? 503 : 200, Response.JSON, json.write(body))
                .now();
    }
}
