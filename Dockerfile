# The program in an image; the servers that it needs are beside it in docker-compose.yml.
# Build the jar first: mvn -DskipTests package
FROM eclipse-temurin:25-jre AS extracted
WORKDIR /work
COPY target/stepbridge.jar stepbridge.jar
RUN java -Djarmode=tools -jar stepbridge.jar extract --layers --destination layers

FROM eclipse-temurin:25-jre
# A fixed id: the SFTP server writes into the same inbox as this user.
RUN groupadd --gid 10001 stepbridge \
 && useradd --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin stepbridge \
 && mkdir -p /data/inbox \
 && chown -R stepbridge:stepbridge /data
WORKDIR /stepbridge
# What changes least comes first, so that a new version is a small layer.
COPY --from=extracted /work/layers/dependencies/ ./
COPY --from=extracted /work/layers/spring-boot-loader/ ./
COPY --from=extracted /work/layers/snapshot-dependencies/ ./
COPY --from=extracted /work/layers/application/ ./
COPY routes/ routes/
COPY mappings/ mappings/
USER stepbridge
ENV STEPBRIDGE_HOME=/data
VOLUME /data
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED", "-jar", "stepbridge.jar"]
