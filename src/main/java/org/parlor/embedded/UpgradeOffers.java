package org.parlor.embedded;

import java.util.Locale;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.FilterChainEvent;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpEvents.IncomingHttpUpgradeEvent;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.Method;

/**
 * Passes over offers to go on in another protocol than WebSocket, as a server may (RFC 9110, 7.8); Java's HTTP client offers
 * HTTP/2 with every request. Grizzly would take what follows for that protocol, and look for the end of a body in vain.
 */
final class UpgradeOffers extends BaseFilter {

    @Override
    public NextAction handleEvent(FilterChainContext context, FilterChainEvent event) {
        if (event instanceof IncomingHttpUpgradeEvent upgrade && !isHandshake(upgrade.getHttpHeader())) {
            upgrade.getHttpHeader().getUpgradeDC().recycle();
            upgrade.getHttpHeader().setIgnoreContentModifiers(false);
        }
        return context.getInvokeAction();
    }

    private static boolean isHandshake(HttpHeader header) {
        return header instanceof HttpRequestPacket request
                && Method.GET.equals(request.getMethod())
                && header.getUpgrade().strip().toLowerCase(Locale.ROOT).equals("websocket");
    }
}
