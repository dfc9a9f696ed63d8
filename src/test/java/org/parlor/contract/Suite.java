package org.parlor.contract;

/** Where this run of the suite takes place. */
final class Suite {

    /** The server, by the name of the build's profile. */
    static final String SERVER = System.getProperty("suite.container", "embedded");

    /** The server's own name. */
    static final String NAME = System.getProperty("suite.name", SERVER);

    /** The server's version. */
    static final String VERSION = System.getProperty("suite.version", "unknown");

    private Suite() {}
}
