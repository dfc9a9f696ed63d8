/**
 * Where WebSocket sessions and rooms meet: the one endpoint, the rooms in memory, and an outbox for each session. Of the
 * project's packages only this one and {@code embedded} know the Jakarta WebSocket API's sessions.
 */
package org.parlor.socket;
