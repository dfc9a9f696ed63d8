package org.parlor.web;

import org.parlor.metrics.Metrics;

/** The measurements, for Prometheus to fetch. */
final class MetricsPage implements Resource {

    private static final String PROMETHEUS_TEXT = "text/plain;version=0.0.4;charset=utf-8";

    private final Metrics metrics;

    MetricsPage(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public String path() {
        return "/metrics";
    }

    @Override
    public Response answer(Request request) {
        return Response.ok(PROMETHEUS_TEXT, metrics.text());
    }
}
