/**
 * Where WebSocket sessions and rooms meet: the endpoint with its encoders and decoders, the rooms in memory, and an outbox for each
 * session. Of the project's packages only this one and {@code embedded} know the Jakarta WebSocket API's sessions.
 */
package org.parlor.websocket;
