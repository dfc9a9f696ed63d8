package org.parlor.http;

import java.util.concurrent.CompletionStage;

/**
 * What a room's address answers to whoever does not ask for a WebSocket of version 13 (RFC 6455, 4.2.2; RFC 9110, 15.5.22),
 * as far as the server did not answer before.
 */
final class RoomAddress implements Resource {

    @Override
    public String path() {
        return "/rooms/";
    }

    @Override
    public CompletionStage<Response> answer(Request request) {
        return Response.refused(
                        426, "Open this address as a WebSocket, version 13, with the subprotocol parlor.v1.json.")
                .with("Connection", "Upgrade")
                .with("Upgrade", "websocket")
                .with("Sec-WebSocket-Version", "13")
                .now();
    }
}
