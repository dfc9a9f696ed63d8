/** Whether this server can go on: what it can't do without, and what to do when that is lost. */
package org.parlor.health;
