/** What operators can measure, by Micrometer: the only package that knows it. */
package org.parlor.metrics;
