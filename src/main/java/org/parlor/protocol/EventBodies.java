package org.parlor.protocol;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.parlor.log.CommandId;
import org.parlor.log.EventCodec;
import org.parlor.log.NewerVersionException;
import org.parlor.log.StoredEvent;
import org.parlor.room.Event;
import org.parlor.room.RecordedEvent;

/**
 * Events as they are stored: what was decided, in JSON.
 *
 * <p>In version 1 the body was the frame that everyone got, with all that followed from the event, and the secret was a plain text.
 * Version 2 has of the same members those that were decided, and the secret has members too.
 */
public final class EventBodies implements EventCodec {

    private static final int VERSION = 2;
    private static final int WITH_PLAIN_SECRETS = 1;

    private final Json json = new Json();
    private final EventForms forms = new EventForms();

    @Override
    public StoredEvent write(RecordedEvent recorded, Optional<CommandId> command) {
        Event event = recorded.event();
        EventForm<?> form = forms.of(event);
        JsonWriter body = new JsonWriter();
        form.body(body, event);
        JsonWriter secret = new JsonWriter();
        form.secret(secret, event);
        return new StoredEvent(
                recorded.seq(),
                recorded.at(),
                form.type(),
                VERSION,
                json.write(body.object()),
                secret.object().isEmpty() ? Optional.empty() : Optional.of(json.write(secret.object())),
                command);
    }

    @Override
    public Event read(StoredEvent stored) {
        Optional<EventForm<?>> form = forms.of(stored.type());
        if (form.isEmpty() || stored.version() > VERSION) {
            throw new NewerVersionException(stored.type(), stored.version());
        }
        JsonReader body = new JsonReader(json.read(stored.body()));
        Optional<JsonReader> secret = stored.secret().map(text -> secret(text, stored));
        return form.get().read(body, secret);
    }

    private JsonReader secret(String text, StoredEvent stored) {
        return new JsonReader(stored.version() == WITH_PLAIN_SECRETS ? lifted(text, stored.type()) : json.read(text));
    }

    /** A plain secret with the names that its parts have now. */
    private static Map<String, Object> lifted(String text, String type) {
        Map<String, Object> members = new HashMap<>();
        if (text.isEmpty()) {
            return members;
        }
        String[] parts = text.split(" ", 2);
        members.put(type.equals("opened") ? "seed" : "token", parts[0]);
        if (parts.length == 2) {
            members.put("used", parts[1]);
        }
        return members;
    }
}
