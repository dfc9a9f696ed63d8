/** Parlor without an application server: Tyrus on Grizzly with Weld, for the first run, for tests, for {@code java -jar}. */
package org.parlor.embedded;
