package org.parlor.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A promise that some servers break for a reason of their own. On those the test is skipped, and fails once it passes. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface FailsOn {

    /** The servers, by the names of the build's profiles. */
    String[] value();

    /** What the server does instead, in words for the page about containers. */
    String because();
}
