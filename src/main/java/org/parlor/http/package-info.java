/**
 * What Parlor answers over plain HTTP: the same in every container and in the embedded server. A {@link org.parlor.http.Resource}
 * knows neither of them; two thin adapters hand it requests, {@link org.parlor.http.ResourceServlet} and the embedded server's
 * handler.
 */
package org.parlor.http;
