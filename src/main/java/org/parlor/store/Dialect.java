package org.parlor.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;

/** Where the databases differ. */
enum Dialect {
    /** One file, one server. */
    SQLITE("SQLite", "INTEGER PRIMARY KEY", "rowid") {
        @Override
        String memberOfJson(String column, String member) {
            return "json_extract(" + column + ", '$." + member + "')";
        }
    },
    /** Several servers may share it. */
    POSTGRESQL("PostgreSQL", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY", "ctid") {
        @Override
        String memberOfJson(String column, String member) {
            // Not ->>, which reads every text of the document, and fails on \u0000 in somebody's chat.
            return "btrim((" + column + "::json -> '" + member + "')::text, '\"')";
        }
    };

    private final String product;
    private final String identity;
    private final String rowOrder;

    Dialect(String product, String identity, String rowOrder) {
        this.product = product;
        this.identity = identity;
        this.rowOrder = rowOrder;
    }

    /** Which one a database speaks, as its driver calls it; empty if it is of another kind. */
    static Optional<Dialect> of(Connection connection) throws SQLException {
        String name = connection.getMetaData().getDatabaseProductName();
        return Arrays.stream(values()).filter(it -> it.product.equals(name)).findFirst();
    }

    /** The type of a column that numbers its rows by itself. */
    String identity() {
        return identity;
    }

    /** Tells the order in which the rows of a table came, if none was ever changed. */
    String rowOrder() {
        return rowOrder;
    }

    /** The text or number that a JSON object in a column has under a name. */
    abstract String memberOfJson(String column, String member);

    @Override
    public String toString() {
        return product;
    }
}
