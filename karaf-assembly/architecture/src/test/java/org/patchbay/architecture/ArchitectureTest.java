package org.patchbay.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Section 3 of the house style: who may know whom. */
class ArchitectureTest {

    private static final String CALLER = "org.patchbay.api.identity.Caller";
    private static final String PORTAL = "org.patchbay.api.PortalId";
    private static final String ENTITY = "javax.persistence.Entity";
    private static final JavaClasses CODE = new ClassFileImporter()
            .importPaths(Checkout.shipped().stream()
                    .map(folder -> folder.resolve("target/classes"))
                    .filter(Files::isDirectory)
                    .toArray(Path[]::new));

    @Test
    void apiConceptsFormNoCycle() {
        slices().matching("org.patchbay.api.(*)..").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void apiNeverImportsSpi() {
        noClasses()
                .that()
                .resideInAPackage("org.patchbay.api..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.patchbay.spi..")
                .check(CODE);
    }

    @Test
    void thePanelNamesNothingButTheJdkAndAnnotations() {
        classes()
                .that()
                .resideInAnyPackage("org.patchbay.api..", "org.patchbay.spi..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.patchbay.api..",
                        "org.patchbay.spi..",
                        "org.osgi.annotation..",
                        "org.jspecify.annotations..")
                .check(CODE);
    }

    @Test
    void portalComesFirst() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage("org.patchbay.api..", "org.patchbay.spi..")
                .and()
                .areDeclaredInClassesThat()
                .areInterfaces()
                .should(namePortalFirst())
                .check(CODE);
    }

    @Test
    void slicesAndPluginsMeetOnlyAtThePanel() {
        classes()
                .that()
                .resideInAPackage("org.patchbay..")
                .should(knowOnlyThemselvesAndThePanel())
                .check(CODE);
    }

    @Test
    void restRouteAndScriptNeverImportTheStore() {
        noClasses()
                .that()
                .resideInAnyPackage("org.patchbay.*.rest..", "org.patchbay.*.route..", "org.patchbay.*.script..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.patchbay.*.store..", "org.patchbay.api.store..", "javax.persistence..")
                .check(CODE);
    }

    @Test
    void entitiesStayInTheirStore() {
        classes()
                .that()
                .areAnnotatedWith(ENTITY)
                .should()
                .bePackagePrivate()
                .andShould()
                .resideInAPackage("org.patchbay.*.store")
                .andShould()
                .haveSimpleNameEndingWith("Entity")
                .allowEmptyShould(true)
                .check(CODE);
    }

    @Test
    void onlyTheHttpSliceSpeaksHttp() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.patchbay.http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net.http..",
                        "org.apache.http..",
                        "org.apache.hc..",
                        "okhttp3..",
                        "org.eclipse.jetty.client..",
                        "javax.ws.rs.client..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.net.URLConnection.class)
                .orShould()
                .callMethod(java.net.URL.class, "openConnection")
                .check(CODE);
    }

    @Test
    void classesAreNamedForWhatTheyAre() {
        noClasses()
                .that()
                .resideInAPackage("org.patchbay..")
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("DTO")
                .orShould()
                .haveSimpleNameStartingWith("Abstract")
                .orShould()
                .haveSimpleNameContaining("Common")
                .check(CODE);
    }

    /** The first, or right behind the caller whose right in the portal is asked for. */
    private static ArchCondition<JavaMethod> namePortalFirst() {
        return new ArchCondition<>("name the portal first") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                List<String> parameters = method.getRawParameterTypes().stream()
                        .map(JavaClass::getName)
                        .toList();
                int first = parameters.isEmpty() || !parameters.get(0).equals(CALLER) ? 0 : 1;
                if (parameters.indexOf(PORTAL) > first) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " names it later"));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> knowOnlyThemselvesAndThePanel() {
        DescribedPredicate<JavaClass> ours = resideInAPackage("org.patchbay..");
        DescribedPredicate<JavaClass> panel =
                resideInAPackage("org.patchbay.api..").or(resideInAPackage("org.patchbay.spi.."));
        return new ArchCondition<>("know only themselves and the panel") {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass();
                    if (ours.test(target)
                            && !panel.test(target)
                            && !slice(origin).equals(slice(target))) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }

    /** {@code mail} of org.patchbay.mail.rest, {@code plugin.ldap} of org.patchbay.plugin.ldap. */
    private static String slice(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.", -1);
        boolean twoPart = parts.length > 3 && parts[2].equals("plugin");
        return twoPart ? parts[2] + "." + parts[3] : parts.length > 2 ? parts[2] : "";
    }
}
