package org.innsyn.capture.spring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.innsyn.capture.spring", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule the_starter_stands_on_what_applications_have = classes()
            .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "org.jspecify..", "org.slf4j..", "org.aopalliance..", "io.micrometer..",
                    "org.springframework.aop..", "org.springframework.beans..", "org.springframework.boot..", "org.springframework.context..",
                    "org.springframework.core..", "org.springframework.expression..", "org.springframework.util..",
                    "org.innsyn.capture", "org.innsyn.capture.spring")
            .because("it joins the library's API to Spring; what lies behind the API is the library's own, and nothing else of ours belongs into an application");
}
