package org.parlor.web;

/** Whether the server answers at all: if this does not come, start it anew. */
final class Liveness implements Resource {

    @Override
    public String path() {
        return "/health/live";
    }

    @Override
    public Response answer(Request request) {
        return Response.ok(Response.JSON, "{\"status\":\"up\"}");
    }
}
