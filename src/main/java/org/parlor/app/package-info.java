/** What all rooms of a server share, put together: settings, store, threads, limits. Those who serve them use this package. */
package org.parlor.app;
