-- A login that can read the five views and nothing else: no table of HDM, no other view, no writing. SQL Server.
-- Run in HDM_Local as a sysadmin. Cross-database ownership chaining lets the views read HDM without giving the login
-- any right there; it needs both databases to have the same owner. Where chaining is not allowed, use the second form.
CREATE LOGIN stepbridge_reader WITH PASSWORD = '<choose a long random one>', CHECK_POLICY = ON;
GO
CREATE USER stepbridge_reader FOR LOGIN stepbridge_reader;
GO
GRANT SELECT ON stepbridge.transfers TO stepbridge_reader;
GRANT SELECT ON stepbridge.stepups TO stepbridge_reader;
GRANT SELECT ON stepbridge.notes TO stepbridge_reader;
GRANT SELECT ON stepbridge.merges TO stepbridge_reader;
GRANT SELECT ON stepbridge.records TO stepbridge_reader;
GO

-- First form: ownership chaining.
ALTER DATABASE HDM_Local SET DB_CHAINING ON;
ALTER DATABASE HDM SET DB_CHAINING ON;
GO
-- The login must be known in HDM, with no right of its own there.
USE HDM;
CREATE USER stepbridge_reader FOR LOGIN stepbridge_reader;
GO

-- Second form, instead of the first: reading rights on exactly the tables that the views use.
-- USE HDM;
-- CREATE USER stepbridge_reader FOR LOGIN stepbridge_reader;
-- GRANT SELECT ON Child_Social.DIM_PERSON TO stepbridge_reader;
-- GRANT SELECT ON Child_Social.DIM_WORKER TO stepbridge_reader;
-- GRANT SELECT ON Child_Social.FACT_CASENOTES TO stepbridge_reader;
-- GRANT SELECT ON Child_Social.FACT_CAF_EPISODE TO stepbridge_reader;
-- GRANT SELECT ON Child_Social.FACT_REFERRALS TO stepbridge_reader;
-- GRANT SELECT ON Child_Social.FACT_FORMS TO stepbridge_reader;
-- GRANT SELECT ON Child_Social.FACT_FORM_ANSWERS TO stepbridge_reader;
-- GRANT SELECT ON Child_Social.FACT_INVOLVEMENTS TO stepbridge_reader;

-- To see what the login can read, as the login: one row for each of the five views.
-- SELECT name FROM HDM_Local.sys.objects WHERE HAS_PERMS_BY_NAME('stepbridge.' + name, 'OBJECT', 'SELECT') = 1;
