/** What the people who run a server can set: one list, checked at start. */
package org.parlor.settings;
