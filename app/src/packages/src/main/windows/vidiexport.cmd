@echo off
rem Starts the vidiexport.jar beside this file, with the Java of JAVA_HOME, else the one on the path.
rem Java 17 or newer.
setlocal EnableExtensions DisableDelayedExpansion
set "JAVA=java"
if not defined JAVA_HOME goto start
set "JAVA_HOME=%JAVA_HOME:"=%"
if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
:start
"%JAVA%" "-Dvidiexport.command=%~n0" -jar "%~dp0vidiexport.jar" %*
exit /b %ERRORLEVEL%
