/** Arquillian's way to the embedded server, so that one suite runs there and in every container. */
package org.parlor.arquillian;
