package org.stepbridge.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Holds the classes under a root against the floors table; every breach is one sentence. */
final class Arrows {
    private static final Map<String, Floor> FLOORS =
            Floor.TABLE.stream().collect(Collectors.toMap(Floor::name, Function.identity()));

    private final String root;
    private final JavaClasses classes;

    private Arrows(String root, JavaClasses classes) {
        this.root = root;
        this.classes = classes;
    }

    /** The program's own classes. */
    static Arrows ofProgram(String root) {
        return new Arrows(
                root,
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
                        .importPackages(root));
    }

    /** Classes that were planted among the tests. */
    static Arrows ofPlanted(String root) {
        return new Arrows(root, new ClassFileImporter().importPackages(root));
    }

    /** How many classes were looked at under each name of the table. */
    Map<String, Long> looked() {
        return classes.stream()
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(type -> floorName(type).orElseThrow(), Collectors.counting()));
    }

    List<String> breaches() {
        TreeSet<String> breaches = new TreeSet<>();
        for (JavaClass type : classes) {
            Floor floor = FLOORS.get(floorName(type).orElseThrow());
            if (floor == null) {
                breaches.add(type.getPackageName() + " is not in the floors table");
            } else {
                type.getDirectDependenciesFromSelf().stream()
                        .flatMap(dependency -> breach(floor, dependency).stream())
                        .forEach(breaches::add);
            }
        }
        breaches.addAll(cycles());
        return new ArrayList<>(breaches);
    }

    private Optional<String> breach(Floor from, Dependency dependency) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        String arrow = dependency.getOriginClass().getName() + " uses " + target.getName();
        Optional<String> to = floorName(target);
        if (to.isPresent()) {
            boolean allowed = to.get().equals(from.name()) || from.mayUse().contains(to.get());
            return allowed ? Optional.empty() : Optional.of(arrow + ": that arrow is not in the floors table");
        }
        boolean plain = target.isPrimitive()
                || target.getPackageName().startsWith("java.")
                || target.getPackageName().equals("org.jspecify.annotations");
        return plain || !from.isPure()
                ? Optional.empty()
                : Optional.of(arrow + ": " + from.name() + " imports the JDK and JSpecify only");
    }

    /** Between all packages, those within one line of the table too. */
    private List<String> cycles() {
        return slices().matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .evaluate(classes)
                .getFailureReport()
                .getDetails();
    }

    private Optional<String> floorName(JavaClass type) {
        String name = type.getPackageName();
        if (name.equals(root)) {
            return Optional.of("");
        }
        if (!name.startsWith(root + ".")) {
            return Optional.empty();
        }
        String below = name.substring(root.length() + 1);
        int dot = below.indexOf('.');
        return Optional.of(dot < 0 ? below : below.substring(0, dot));
    }
}
