/**
 * What Parlor answers over plain HTTP: the same in every container and in the embedded server. A {@link org.parlor.web.Resource}
 * knows neither of them; two thin adapters hand it requests, {@link org.parlor.web.ResourceServlet} and the embedded server's
 * handler.
 */
package org.parlor.web;
