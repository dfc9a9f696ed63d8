package org.parlor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenFieldsConjunction;
import java.util.Collection;
import java.util.Map;

/** The direction of the arrows between packages, and what the house does not build. */
@AnalyzeClasses(packages = "org.parlor", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule GAME_NEEDS_THE_JDK_ALONE = classes()
            .that()
            .resideInAPackage("org.parlor.game..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.parlor.game..");

    @ArchTest
    static final ArchRule THE_RULES_KNOW_NO_PARTICULAR_GAME = classes()
            .that()
            .resideInAPackage("org.parlor.game")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.parlor.game");

    @ArchTest
    static final ArchRule FAIRNESS_NEEDS_THE_JDK_AND_THE_RULES_OF_ANY_GAME = classes()
            .that()
            .resideInAPackage("org.parlor.fairness..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "javax.crypto..", "org.parlor.fairness..", "org.parlor.game");

    @ArchTest
    static final ArchRule ROOM_NEEDS_THE_JDK_THE_RULES_OF_ANY_GAME_AND_CHANCE = classes()
            .that()
            .resideInAPackage("org.parlor.room..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.parlor.room..", "org.parlor.fairness..", "org.parlor.game");

    @ArchTest
    static final ArchRule SETTINGS_NEED_THE_JDK_ALONE = classes()
            .that()
            .resideInAPackage("org.parlor.settings..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.parlor.settings..");

    @ArchTest
    static final ArchRule OF_OURS_LIMITS_KNOW_ADDRESSES_ALONE = of("limit", "settings");

    @ArchTest
    static final ArchRule OF_OURS_THE_LOG_KNOWS_ROOMS_ALONE = of("log", "room");

    @ArchTest
    static final ArchRule OF_OURS_THE_STORE_KNOWS_THE_LOG_ALONE = of("store", "log");

    @ArchTest
    static final ArchRule OF_OURS_THE_RUNTIME_KNOWS_THE_RULES_THE_LOG_AND_ITS_LIMITS =
            of("runtime", "room", "log", "game", "limit");

    @ArchTest
    static final ArchRule OF_OURS_THE_PROTOCOL_KNOWS_WHAT_IT_SPEAKS_OF =
            of("protocol", "runtime", "room", "log", "fairness", "game");

    @ArchTest
    static final ArchRule OF_OURS_SOCKETS_KNOW_NEITHER_STORES_NOR_HTTP = of(
            "websocket", "protocol", "runtime", "room", "fairness", "game", "metrics", "settings", "limit", "health");

    @ArchTest
    static final ArchRule OF_OURS_HTTP_KNOWS_NO_STORE = of(
            "http",
            "websocket",
            "protocol",
            "runtime",
            "room",
            "log",
            "game",
            "metrics",
            "settings",
            "limit",
            "health");

    @ArchTest
    static final ArchRule OF_OURS_METRICS_KNOW_WHAT_THEY_MEASURE = of("metrics", "runtime", "room", "store");

    @ArchTest
    static final ArchRule OF_OURS_HEALTH_KNOWS_WHAT_CAN_STALL = of("health", "room", "store", "limit");

    @ArchTest
    static final ArchRule ONLY_METRICS_KNOW_WHAT_MEASURES = noClasses()
            .that()
            .resideOutsideOfPackage("org.parlor.metrics..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micrometer..");

    @ArchTest
    static final ArchRule ONLY_THE_ADAPTERS_KNOW_SERVLETS = noClasses()
            .that()
            .haveNameNotMatching("org.parlor.http.\\w*(Servlets?|Filter|Listener)")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.servlet..");

    @ArchTest
    static final ArchRule ONLY_THE_APP_KNOWS_WHERE_LOGS_ARE_KEPT_AND_NOBODY_WHICH_GAMES_THERE_ARE = noClasses()
            .that()
            .resideOutsideOfPackages("org.parlor.game..", "org.parlor.store..")
            .and()
            .resideOutsideOfPackages("org.parlor.app..", "org.parlor.metrics..", "org.parlor.health..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.parlor.store..", "org.parlor.game.*..");

    @ArchTest
    static final ArchRule NOTHING_NEEDS_THE_EMBEDDED_SERVER = noClasses()
            .that()
            .resideOutsideOfPackage("org.parlor.embedded..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.parlor.embedded..");

    @ArchTest
    static final ArchRule ONLY_SOCKETS_AND_THE_EMBEDDED_SERVER_KNOW_SESSIONS = noClasses()
            .that()
            .resideOutsideOfPackages("org.parlor.websocket..", "org.parlor.embedded..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.websocket.Session");

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLES =
            slices().matching("org.parlor.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_THING_IS =
            noClasses().should().haveNameMatching(".*(Manager|Utils?|Helper|Impl)");

    @ArchTest
    static final ArchRule STATIC_FIELDS_ARE_FINAL = staticFields().should().beFinal();

    @ArchTest
    static final ArchRule STATIC_FIELDS_HOLD_NOTHING_THAT_CHANGES = staticFields()
            .should()
            .notHaveRawType(mutable())
            .because("state that all rooms share is state that nobody owns");

    private static ArchRule of(String ours, String... theirs) {
        String[] allowed = new String[theirs.length + 1];
        for (int i = 0; i < theirs.length; i++) {
            allowed[i] = "org.parlor." + theirs[i];
        }
        allowed[theirs.length] = "org.parlor." + ours + "..";
        return noClasses()
                .that()
                .resideInAPackage("org.parlor." + ours + "..")
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("org.parlor..")
                        .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(allowed))));
    }

    private static GivenFieldsConjunction staticFields() {
        return fields().that().areStatic().and(areWritten());
    }

    /** Not made by the compiler. */
    private static DescribedPredicate<JavaField> areWritten() {
        return DescribedPredicate.describe(
                "are written by people", field -> !field.getName().contains("$"));
    }

    private static DescribedPredicate<JavaClass> mutable() {
        return DescribedPredicate.describe(
                "a collection that can change, an array or an atomic",
                type -> type.isArray()
                        || type.getPackageName().equals("java.util.concurrent.atomic")
                        || (!type.isInterface()
                                && (type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class))));
    }
}
