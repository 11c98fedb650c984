@echo off
rem Starts gatepass on the Java runtime beside it. The same recipe as the shell launcher's.
setlocal DisableDelayedExpansion
for %%I in ("%~dp0..") do set "GATEPASS_IMAGE=%%~fI"
set "JAVA_TOOL_OPTIONS="
set "JDK_JAVA_OPTIONS="
set "_JAVA_OPTIONS="
if /i not "%~1"=="token" goto whole
"%GATEPASS_IMAGE%\runtime\bin\java.exe" @TOKEN_JVM_OPTIONS@ ^
  -XX:AOTCache="%GATEPASS_IMAGE%\lib\token.aot" ^
  -cp "%GATEPASS_IMAGE%\lib\@JAR@" @TOKEN_MAIN@ %*
if not errorlevel 1 exit /b 0
:whole
if /i not "%~1"=="proxy" goto other
if /i not "%~2"=="start" goto other
"%GATEPASS_IMAGE%\runtime\bin\java.exe" @PROXY_OPTIONS@ ^
  -XX:AOTCache="%GATEPASS_IMAGE%\lib\gatepass.aot" ^
  -Dgatepass.launcher="%GATEPASS_IMAGE%\bin\gatepass.cmd" ^
  -cp "%GATEPASS_IMAGE%\lib\@JAR@" @MAIN@ %*
exit /b %ERRORLEVEL%
:other
"%GATEPASS_IMAGE%\runtime\bin\java.exe" @JVM_OPTIONS@ ^
  -XX:AOTCache="%GATEPASS_IMAGE%\lib\gatepass.aot" ^
  -Dgatepass.launcher="%GATEPASS_IMAGE%\bin\gatepass.cmd" ^
  -cp "%GATEPASS_IMAGE%\lib\@JAR@" @MAIN@ %*
exit /b %ERRORLEVEL%
