package org.parlor.contract;

/** Where this run of the suite takes place. */
final class Suite {

    /** The server, by the name of the build's profile. */
    static final String SERVER = System.getProperty("suite.container", "embedded");

    /** The server's version, empty if the build has not told. */
    static final String VERSION = System.getProperty("suite.version", "");

    private Suite() {}
}
