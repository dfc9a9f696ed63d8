package org.parlor.contract;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;

/** Counts what passes in the whole run, and lets tests add what they measured. */
class ResultsExtension implements TestWatcher, ParameterResolver {

    @Override
    public void testSuccessful(ExtensionContext context) {
        results(context).passed();
    }

    @Override
    public void testAborted(ExtensionContext context, Throwable cause) {
        results(context).skipped();
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        results(context).failed();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Results.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return results(context);
    }

    private static Results results(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(ResultsExtension.class))
                .getOrComputeIfAbsent(Results.class);
    }
}
