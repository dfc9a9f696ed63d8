/** Whether this server can go on, and when it stood still: that time counts against nobody. */
package org.parlor.health;
